/** ChangeRoles: what an officer is to do from now on. */
import { useState } from 'react';
import { View } from '@tarojs/components';
import type { OfficerAccount } from '@yiban/shared-types/administration';
import { rolesInWords } from '../agency/case-words';
import { Button } from '../ui/button';
import { Card } from '../ui/card';
import { Paragraph } from '../ui/paragraph';
import { changeRoles } from './administration-api';
import { RolesField } from './roles-field';
import { Trouble } from './trouble';

interface ChangeRolesProps {
  account: OfficerAccount;
  onDone: (changed: OfficerAccount) => void;
  onLeave: () => void;
}

export function ChangeRoles({ account, onDone, onLeave }: ChangeRolesProps) {
  const [roles, setRoles] = useState(account.roles);
  const [trouble, setTrouble] = useState<unknown>(null);
  const [asked, setAsked] = useState(false);

  async function send() {
    setAsked(true);
    if (roles.length === 0) return;
    setTrouble(null);
    try {
      onDone(await changeRoles(account.id, roles));
    } catch (error) {
      setTrouble(error);
    }
  }

  return (
    <Card title={`${account.name}的岗位`}>
      <Paragraph soft>现在是{rolesInWords(account)}。改了以后，本人所有登录会退出，重新登录就是新岗位。</Paragraph>
      <Trouble error={trouble} />
      <RolesField
        value={roles}
        onChange={setRoles}
        error={asked && roles.length === 0 ? '请至少选一个岗位。' : undefined}
      />
      <View className="rules-deeds">
        <Button onPress={send} busyLabel="正在改…">
          改成这些岗位
        </Button>
        <Button kind="secondary" onPress={onLeave}>
          先不改
        </Button>
      </View>
    </Card>
  );
}
