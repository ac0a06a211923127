/** HeldCasesPanel: cases that are kept beyond their time for a review, a lawsuit or an inspection. */
import { useState } from 'react';
import { View } from '@tarojs/components';
import type { HeldCases } from '@yiban/shared-types/retention';
import { shownInstant } from '../agency/case-words';
import { Fact, Panel } from '../agency/panel';
import { useLoaded } from '../agency/use-loaded';
import { explained } from '../api/problem';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import { Paragraph } from '../ui/paragraph';
import { Skeleton } from '../ui/skeleton';
import { TextField } from '../ui/text-field';
import { heldCases, holdCase, letGo } from './retention-api';

export function HeldCasesPanel() {
  const { value, trouble, reload, put } = useLoaded(heldCases);
  const [number, setNumber] = useState('');
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const [refused, setRefused] = useState<unknown>(null);

  async function send(deed: () => Promise<HeldCases>): Promise<boolean> {
    setRefused(null);
    try {
      put(await deed());
      return true;
    } catch (error) {
      setRefused(error);
      return false;
    }
  }

  async function hold(): Promise<void> {
    const incomplete = number.trim() === '' || reason.trim() === '';
    setMissing(incomplete);
    if (incomplete || !(await send(() => holdCase(number.trim(), reason.trim())))) return;
    setNumber('');
    setReason('');
  }

  if (trouble !== null)
    return <Notice tone="error" {...explained(trouble)} action={{ label: '重新取', onPress: reload }} />;
  if (value === null) return <Skeleton rows={2} what="延期保存的办件" />;
  return (
    <>
      <Panel title="延期保存">
        <Paragraph soft>
          正在复议、诉讼、检查的办件，写在这里就不会到期删除。没付清的、整改没办完的、还有消息没发出去的，系统自己会留着。
        </Paragraph>
        <TextField
          label="要留的办件编号"
          value={number}
          onChange={setNumber}
          maxLength={24}
          error={missing && number.trim() === '' ? '请写办件编号。' : undefined}
        />
        <TextField
          label="为什么留"
          kind="paragraph"
          value={reason}
          onChange={setReason}
          maxLength={500}
          error={missing && reason.trim() === '' ? '请写原因。' : undefined}
        />
        {refused !== null && <Notice tone="error" {...explained(refused)} />}
        <View className="deed-form-buttons">
          <Button onPress={hold} busyLabel="正在记下…">
            延期保存
          </Button>
        </View>
      </Panel>
      {value.items.map(({ caseId, number: shown, itemName, reason: why, at }) => (
        <Panel key={caseId} title={itemName} note={shown}>
          <Fact term="原因">{why}</Fact>
          <Fact term="从">{shownInstant(at)}</Fact>
          <View className="deed-form-buttons">
            <Button kind="secondary" onPress={() => send(() => letGo(caseId))} busyLabel="正在解除…">
              不用再留
            </Button>
          </View>
        </Panel>
      ))}
    </>
  );
}
