/** Opening: an officer opens their account with the code from their administrator. */
import { useState } from 'react';
import Taro from '@tarojs/taro';
import { View } from '@tarojs/components';
import type { AuthenticatorSecret } from '@yiban/shared-types/administration';
import { Desk } from '../agency/desk';
import { sayDone } from '../agency/last-deed';
import { LoginField } from '../agency/login-field';
import { backToQueue } from '../agency/ways';
import { Button } from '../ui/button';
import { beginOpening, openAccount } from './administration-api';
import { AuthenticatorCard } from './authenticator-card';
import { Trouble } from './trouble';
import { useEscape } from './use-escape';
import '../agency/login.scss';
import './rules.scss';

export function Opening() {
  const [username, setUsername] = useState('');
  const [invitation, setInvitation] = useState('');
  const [password, setPassword] = useState('');
  const [again, setAgain] = useState('');
  const [code, setCode] = useState('');
  const [authenticator, setAuthenticator] = useState<AuthenticatorSecret | null>(null);
  const [wrong, setWrong] = useState<string | undefined>(undefined);
  const [missing, setMissing] = useState<'username' | 'invitation' | null>(null);
  const [trouble, setTrouble] = useState<unknown>(null);
  useEscape(backToQueue);

  async function begin() {
    setTrouble(null);
    const empty = username.trim() === '' ? 'username' : invitation.trim() === '' ? 'invitation' : null;
    setMissing(empty);
    if (empty !== null) return;
    try {
      setAuthenticator(await beginOpening(username.trim(), invitation.trim()));
    } catch (error) {
      setTrouble(error);
    }
  }

  async function open() {
    setWrong(again === password ? undefined : '两次输的不一样，请再输一遍。');
    if (again !== password) return;
    setTrouble(null);
    try {
      await openAccount({ username: username.trim(), invitation: invitation.trim(), password, code });
      sayDone('账号开通了。等验证器换下一个动态码，就可以登录。');
      void Taro.redirectTo({ url: '/packages/agency/index/index' });
    } catch (error) {
      setTrouble(error);
      setCode('');
    }
  }

  return (
    <Desk title="开通经办账号" onBack={{ words: '登录', go: backToQueue }}>
      <View className="login">
        <View className="login-card">
          <Trouble error={trouble} />
          {authenticator === null ? (
            <>
              <LoginField
                label="账号"
                kind="text"
                maxLength={60}
                value={username}
                error={missing === 'username' ? '请填管理员告诉您的账号。' : undefined}
                onChange={setUsername}
                onEnter={begin}
              />
              <LoginField
                label="开通码"
                hint="管理员当面给的 10 位码，大小写都行。"
                kind="text"
                maxLength={20}
                value={invitation}
                error={missing === 'invitation' ? '请填管理员当面给的开通码。' : undefined}
                onChange={setInvitation}
                onEnter={begin}
              />
              <Button onPress={begin} busyLabel="正在核对…">
                下一步
              </Button>
            </>
          ) : (
            <>
              <AuthenticatorCard authenticator={authenticator} />
              <LoginField
                label="设一个密码"
                hint="至少 12 位，可以用一句好记的话；不带账号和姓名。"
                kind="secret"
                maxLength={200}
                value={password}
                onChange={setPassword}
                onEnter={open}
              />
              <LoginField
                label="再输一遍"
                kind="secret"
                maxLength={200}
                value={again}
                error={wrong}
                onChange={setAgain}
                onEnter={open}
              />
              <LoginField
                label="动态码"
                hint="身份验证器上现在的 6 位数字。"
                kind="digits"
                maxLength={6}
                value={code}
                onChange={(typed) => setCode(typed.replace(/\D/g, ''))}
                onEnter={open}
              />
              <Button onPress={open} busyLabel="正在开通…">
                开通
              </Button>
            </>
          )}
        </View>
      </View>
    </Desk>
  );
}
