/** Officers: the accounts of the region, and what their administrator does about them. */
import { useRef, useState } from 'react';
import { View } from '@tarojs/components';
import type { Invitation, OfficerAccount } from '@yiban/shared-types/administration';
import { rolesInWords, shownInstant } from '../agency/case-words';
import { Desk } from '../agency/desk';
import { sayDone } from '../agency/last-deed';
import { useOfficer } from '../agency/officer-session';
import { backToQueue } from '../agency/ways';
import { newKey } from '../api/cases';
import { Button } from '../ui/button';
import { Card } from '../ui/card';
import { Confirm } from '../ui/confirm';
import { Empty } from '../ui/empty';
import { Paragraph } from '../ui/paragraph';
import { Row, type RowMark } from '../ui/row';
import { inviteAgain, officerAccounts, setBlocked } from './administration-api';
import { ChangeRoles } from './change-roles';
import { Loading } from './loading';
import { NewOfficer } from './new-officer';
import { Trouble } from './trouble';
import { useEscape } from './use-escape';
import { useLoaded } from './use-loaded';
import './rules.scss';

export function Officers() {
  const officer = useOfficer();
  useEscape(backToQueue);
  return (
    <Desk title="人员" onBack={{ words: '队列', go: backToQueue }}>
      {officer !== null &&
        (officer.roles.includes('administrator') ? (
          <Accounts own={officer.id} />
        ) : (
          <Empty icon="info" title="您的岗位不能管账号" detail="由本地管理员管。" />
        ))}
    </Desk>
  );
}

type Deed = 'block' | 'unblock' | 'invite';
const deeds: Readonly<Record<Deed, { readonly name: string; readonly what: string }>> = {
  block: {
    name: '停用',
    what: '立刻退出所有登录，不能再登录。自己领的办件半小时后放回队列；主管转给他的，请主管再转给别人。',
  },
  unblock: { name: '解锁', what: '马上就能登录，原来的密码和验证器照用。' },
  invite: { name: '重新开通', what: '原来的密码和验证器作废。把新的开通码当面交给本人，由本人设密码和验证器。' },
};

function Accounts({ own }: { own: string }) {
  const { state, reload } = useLoaded(officerAccounts);
  const [asked, setAsked] = useState<{ readonly deed: Deed; readonly account: OfficerAccount } | null>(null);
  const [moving, setMoving] = useState<OfficerAccount | null>(null);
  const [invitation, setInvitation] = useState<Invitation | null>(null);
  const [trouble, setTrouble] = useState<unknown>(null);
  const key = useRef(newKey());

  async function act() {
    if (asked === null) return;
    const { deed, account } = asked;
    setTrouble(null);
    try {
      if (deed === 'invite') {
        setInvitation(await inviteAgain(account.id, key.current));
        key.current = newKey();
      } else {
        await setBlocked(account.id, deed === 'block');
        sayDone(`${account.name}：${deed === 'block' ? '已停用' : '可以登录了'}`);
      }
      await reload();
    } catch (error) {
      setTrouble(error);
    }
    setAsked(null);
  }

  return (
    <View className="rules-columns">
      <View className="rules-column">
        <Trouble error={trouble} />
        <Loading state={state} what="账号" onRetry={reload} />
        {state.kind === 'ready' && (
          <Card flush title="本地的账号">
            {state.value.map((account) => (
              <View key={account.id}>
                <Account
                  account={account}
                  own={account.id === own}
                  onAsk={(deed) => setAsked({ deed, account })}
                  onMove={() => setMoving(account)}
                />
                {moving?.id === account.id && (
                  <ChangeRoles
                    account={account}
                    onDone={(changed) => {
                      sayDone(`${changed.name}：现在是${rolesInWords(changed)}`);
                      setMoving(null);
                      void reload();
                    }}
                    onLeave={() => setMoving(null)}
                  />
                )}
              </View>
            ))}
          </Card>
        )}
      </View>
      <View className="rules-column">
        {invitation !== null && <Handed invitation={invitation} onDone={() => setInvitation(null)} />}
        <NewOfficer
          onAdded={(added) => {
            setInvitation(added);
            void reload();
          }}
        />
      </View>
      {asked !== null && (
        <Confirm
          open
          title={`${deeds[asked.deed].name} ${asked.account.name}？`}
          confirm={deeds[asked.deed].name}
          danger={asked.deed === 'block'}
          onConfirm={act}
          onCancel={() => setAsked(null)}
        >
          {deeds[asked.deed].what}
        </Confirm>
      )}
    </View>
  );
}

const marks: Readonly<Record<OfficerAccount['state'], RowMark>> = {
  invited: { words: '待开通', tone: 'warn' },
  active: { words: '在用', tone: 'good' },
  locked: { words: '锁定', tone: 'danger' },
  blocked: { words: '停用', tone: 'plain' },
};

interface AccountProps {
  account: OfficerAccount;
  own: boolean;
  onAsk: (deed: Deed) => void;
  onMove: () => void;
}

function Account({ account, own, onAsk, onMove }: AccountProps) {
  const { username, name, badge, state, lastLoginAt, lockedUntil } = account;
  const since = lastLoginAt === null ? '还没登录过' : `上次登录 ${shownInstant(lastLoginAt)}`;
  const locked = lockedUntil === null ? '' : `，锁定到 ${shownInstant(lockedUntil)}`;
  const possible: readonly Deed[] =
    state === 'blocked'
      ? ['unblock', 'invite']
      : state === 'locked'
        ? ['unblock', 'block', 'invite']
        : ['block', 'invite'];
  return (
    <View>
      <Row
        title={`${name}（${badge}）`}
        detail={`${username} · ${rolesInWords(account)} · ${since}${locked}`}
        mark={marks[state]}
      />
      {!own && (
        <View className="rules-deeds">
          <Button kind="quiet" label={`改岗位 ${name}`} onPress={onMove}>
            改岗位
          </Button>
          {possible.map((deed) => (
            <Button key={deed} kind="quiet" label={`${deeds[deed].name} ${name}`} onPress={() => onAsk(deed)}>
              {deeds[deed].name}
            </Button>
          ))}
        </View>
      )}
    </View>
  );
}

function Handed({ invitation, onDone }: { invitation: Invitation; onDone: () => void }) {
  const { officer, code, validUntil } = invitation;
  return (
    <Card title={`${officer.name}的开通码`}>
      <View className="rules-code">{code}</View>
      <Paragraph>
        当面交给本人，{shownInstant(validUntil)} 前有效，只能用一次，关掉就不再显示。账号：{officer.username}。
      </Paragraph>
      <Paragraph soft>本人在登录页点「第一次登录，用开通码」，自己设密码和验证器。</Paragraph>
      <Button kind="secondary" onPress={onDone}>
        交给本人了
      </Button>
    </Card>
  );
}
