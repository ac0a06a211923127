/** Login: name and password, then the code of the authenticator. */
import { useRef, useState } from 'react';
import { View } from '@tarojs/components';
import { explained } from '../api/problem';
import { openOpening } from '../administration/ways';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import { LoginField } from './login-field';
import { logIn } from './officer-session';
import './login.scss';

interface Trouble {
  readonly title: string;
  readonly detail: string;
}

/** `again`: the session ended while somebody worked; what they typed waits behind. */
export function Login({ again }: { again: boolean }) {
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [missing, setMissing] = useState<{ username?: string; password?: string; code?: string }>({});
  const [busy, setBusy] = useState(false);
  const sending = useRef(false);

  async function enter() {
    const faults = faultsOf(username, password, code);
    setMissing(faults);
    if (Object.keys(faults).length > 0 || sending.current) return;
    sending.current = true;
    setBusy(true);
    setTrouble(null);
    try {
      await logIn({ username: username.trim(), password, code });
    } catch (error) {
      setTrouble(explained(error));
      // A code works once, right or wrong: the next one must be typed anyway.
      setCode('');
    } finally {
      sending.current = false;
      setBusy(false);
    }
  }

  return (
    <View className="login">
      <View className="login-card">
        <View className="login-title" ariaRole="heading" ariaLevel={2}>
          {again ? '登录已到期，请重新登录' : '经办人员登录'}
        </View>
        {again && <View className="login-lead">写到一半的内容都还在，登录后接着办。</View>}
        {trouble !== null && <Notice tone="error" title={trouble.title} detail={trouble.detail} />}
        <LoginField
          label="账号"
          kind="text"
          maxLength={60}
          value={username}
          error={missing.username}
          onChange={setUsername}
          onEnter={enter}
        />
        <LoginField
          label="密码"
          kind="secret"
          maxLength={200}
          value={password}
          error={missing.password}
          onChange={setPassword}
          onEnter={enter}
        />
        <LoginField
          label="动态码"
          hint="身份验证器上的 6 位数字，30 秒换一次。"
          kind="digits"
          maxLength={6}
          value={code}
          error={missing.code}
          onChange={(typed) => setCode(typed.replace(/\D/g, ''))}
          onEnter={enter}
        />
        <Button busy={busy} busyLabel="正在登录…" onPress={enter}>
          登录
        </Button>
        <Button kind="quiet" onPress={openOpening}>
          第一次登录，用开通码
        </Button>
        <View className="login-lead">密码或验证器丢了，请找本单位管理员重设。连续错 5 次，账号锁定 15 分钟。</View>
      </View>
    </View>
  );
}

function faultsOf(username: string, password: string, code: string) {
  return {
    ...(username.trim() === '' ? { username: '请填账号。' } : {}),
    ...(password === '' ? { password: '请填密码。' } : {}),
    ...(/^\d{6}$/.test(code) ? {} : { code: '请填身份验证器上的 6 位数字。' }),
  };
}
