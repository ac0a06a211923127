/** NewOfficer: the form for a new account. */
import { useRef, useState } from 'react';
import type { Invitation } from '@yiban/shared-types/administration';
import type { OfficerRole } from '@yiban/shared-types/agency';
import { newKey } from '../api/cases';
import { ApiProblem } from '../api/problem';
import { Button } from '../ui/button';
import { Card } from '../ui/card';
import { TextField } from '../ui/text-field';
import { addOfficer } from './administration-api';
import { RolesField } from './roles-field';
import { Trouble } from './trouble';

export function NewOfficer({ onAdded }: { onAdded: (invitation: Invitation) => void }) {
  const [name, setName] = useState('');
  const [username, setUsername] = useState('');
  const [idNo, setIdNo] = useState('');
  const [chosen, setChosen] = useState<readonly OfficerRole[]>([]);
  const [missing, setMissing] = useState<{ name?: string; username?: string; idNo?: string; roles?: string }>({});
  const [trouble, setTrouble] = useState<unknown>(null);
  const key = useRef(newKey());

  async function add() {
    const gaps = {
      ...(name.trim() === '' ? { name: '请填姓名。' } : {}),
      ...(/^[a-z][a-z0-9-]{2,}$/.test(username) ? {} : { username: '用小写字母开头，至少 3 位，可以有数字和短横。' }),
      ...(/^\d{17}[\dXx]$/.test(idNo.trim()) ? {} : { idNo: '身份证号码是 18 位，请对照证件再输一遍。' }),
      ...(chosen.length === 0 ? { roles: '请至少选一个岗位。' } : {}),
    };
    setMissing(gaps);
    if (Object.keys(gaps).length > 0) return;
    setTrouble(null);
    try {
      const account = { name: name.trim(), username, idNo: idNo.trim(), roles: chosen };
      onAdded(await addOfficer(account, key.current));
      key.current = newKey();
      setName('');
      setUsername('');
      setIdNo('');
      setChosen([]);
    } catch (error) {
      if (error instanceof ApiProblem) key.current = newKey();
      setTrouble(error);
    }
  }

  return (
    <Card title="新开一个账号">
      <Trouble error={trouble} />
      <TextField label="姓名" maxLength={60} value={name} onChange={setName} error={missing.name} />
      <TextField label="账号" maxLength={60} value={username} onChange={setUsername} error={missing.username} />
      <TextField
        label="身份证号码"
        hint="只用来认出与本人有关的办件，不让本人办。"
        kind="id-number"
        value={idNo}
        onChange={setIdNo}
        error={missing.idNo}
      />
      <RolesField value={chosen} onChange={setChosen} error={missing.roles} />
      <Button onPress={add} busyLabel="正在开账号…">
        开账号，拿开通码
      </Button>
    </Card>
  );
}
