/** OwnAccount: an officer's own password, authenticator and logins. */
import { useState } from 'react';
import { View } from '@tarojs/components';
import type { AuthenticatorSecret, OfficerLoginView } from '@yiban/shared-types/administration';
import { shownInstant } from '../agency/case-words';
import { Desk } from '../agency/desk';
import { sayDone } from '../agency/last-deed';
import { LoginField } from '../agency/login-field';
import { backToQueue } from '../agency/ways';
import { Button } from '../ui/button';
import { Card } from '../ui/card';
import { Row } from '../ui/row';
import {
  changePassword,
  confirmAuthenticator,
  endSession,
  ownSessions,
  renewAuthenticator,
} from './administration-api';
import { AuthenticatorCard } from './authenticator-card';
import { Loading } from './loading';
import { Trouble } from './trouble';
import { useEscape } from './use-escape';
import { useLoaded } from './use-loaded';
import './rules.scss';

export function OwnAccount() {
  useEscape(backToQueue);
  const { state, reload } = useLoaded(ownSessions);
  return (
    <Desk title="我的账号" onBack={{ words: '返回', go: backToQueue }}>
      <View className="rules-columns">
        <View className="rules-column">
          <Password onChanged={reload} />
          <Authenticator onChanged={reload} />
        </View>
        <View className="rules-column">
          <Loading state={state} what="登录" onRetry={reload} />
          {state.kind === 'ready' && <Logins logins={state.value} onEnded={reload} />}
        </View>
      </View>
    </Desk>
  );
}

function Password({ onChanged }: { onChanged: () => Promise<void> }) {
  const [old, setOld] = useState('');
  const [next, setNext] = useState('');
  const [again, setAgain] = useState('');
  const [wrong, setWrong] = useState<{ old?: string; next?: string; again?: string }>({});
  const [trouble, setTrouble] = useState<unknown>(null);

  async function change() {
    const faults = {
      ...(old === '' ? { old: '请填现在用的密码。' } : {}),
      ...(next.length < 12 ? { next: '新密码至少 12 位，可以用一句好记的话。' } : {}),
      ...(again === next ? {} : { again: '两次输的不一样，请再输一遍。' }),
    };
    setWrong(faults);
    if (Object.keys(faults).length > 0) return;
    setTrouble(null);
    try {
      await changePassword(old, next);
      sayDone('密码已改，别处的登录都退出了。');
      setOld('');
      setNext('');
      setAgain('');
      await onChanged();
    } catch (error) {
      setTrouble(error);
    }
  }

  const secret = { kind: 'secret', maxLength: 200, onEnter: change } as const;
  return (
    <Card title="改密码">
      <Trouble error={trouble} />
      <LoginField {...secret} label="现在的密码" value={old} error={wrong.old} onChange={setOld} />
      <LoginField
        {...secret}
        label="新密码"
        hint="至少 12 位，不带账号和姓名。"
        value={next}
        error={wrong.next}
        onChange={setNext}
      />
      <LoginField {...secret} label="再输一遍" value={again} error={wrong.again} onChange={setAgain} />
      <Button onPress={change} busyLabel="正在改…">
        改密码
      </Button>
    </Card>
  );
}

function Authenticator({ onChanged }: { onChanged: () => Promise<void> }) {
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const [authenticator, setAuthenticator] = useState<AuthenticatorSecret | null>(null);
  const [trouble, setTrouble] = useState<unknown>(null);

  async function begin() {
    setTrouble(null);
    try {
      setAuthenticator(await renewAuthenticator(password));
      setPassword('');
    } catch (error) {
      setTrouble(error);
    }
  }

  async function confirm() {
    setTrouble(null);
    try {
      await confirmAuthenticator(code);
      sayDone('验证器已换，下次用新的动态码登录。');
      setAuthenticator(null);
      await onChanged();
    } catch (error) {
      setTrouble(error);
    }
    setCode('');
  }

  return (
    <Card title="换身份验证器">
      <Trouble error={trouble} />
      {authenticator === null ? (
        <>
          <LoginField
            label="登录密码"
            hint="换手机以前，用旧手机登录着来换。"
            kind="secret"
            maxLength={200}
            value={password}
            onChange={setPassword}
            onEnter={begin}
          />
          <Button kind="secondary" onPress={begin} busyLabel="请稍候…">
            换一个验证器
          </Button>
        </>
      ) : (
        <>
          <AuthenticatorCard authenticator={authenticator} />
          <LoginField
            label="新验证器的动态码"
            kind="digits"
            maxLength={6}
            value={code}
            onChange={(typed) => setCode(typed.replace(/\D/g, ''))}
            onEnter={confirm}
          />
          <Button onPress={confirm} busyLabel="正在核对…">
            换成这个
          </Button>
          <Button kind="quiet" onPress={() => setAuthenticator(null)}>
            先不换
          </Button>
        </>
      )}
    </Card>
  );
}

function Logins({ logins, onEnded }: { logins: readonly OfficerLoginView[]; onEnded: () => Promise<void> }) {
  const [trouble, setTrouble] = useState<unknown>(null);

  async function end(id: string) {
    setTrouble(null);
    try {
      await endSession(id);
      await onEnded();
    } catch (error) {
      setTrouble(error);
    }
  }

  return (
    <Card flush title="在哪些地方登录着">
      <Trouble error={trouble} />
      {logins.map(({ id, since, until, own }) => (
        <View key={id}>
          <Row
            title={`${shownInstant(since)} 登录`}
            detail={`${shownInstant(until)} 自动退出`}
            {...(own ? { mark: { words: '就是这里', tone: 'good' } as const } : {})}
          />
          {!own && (
            <Button kind="quiet" label={`退出 ${shownInstant(since)} 的登录`} onPress={() => end(id)}>
              退出这一处
            </Button>
          )}
        </View>
      ))}
    </Card>
  );
}
