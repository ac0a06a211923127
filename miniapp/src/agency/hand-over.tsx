/** HandOver: a supervisor gives the cases of an officer who is away to a colleague, or back to the queue. */
import { useCallback, useState } from 'react';
import { View } from '@tarojs/components';
import type { CaseInHand, CasesInHand, HandedCase } from '@yiban/shared-types/agency';
import { explained } from '../api/problem';
import { Button } from '../ui/button';
import { Card } from '../ui/card';
import { ChoiceField } from '../ui/choice-field';
import { Empty } from '../ui/empty';
import { Notice } from '../ui/notice';
import { Paragraph } from '../ui/paragraph';
import { Row } from '../ui/row';
import { Skeleton } from '../ui/skeleton';
import { TextField } from '../ui/text-field';
import { rolesInWords, shownDay, statusNames } from './case-words';
import { Chip } from './chip';
import { Desk } from './desk';
import { isSupervisor } from './duties';
import { useKeys } from './keys';
import { casesInHandOf, handCases, officersInHand } from './office-api';
import { OfDuty } from './of-duty';
import { useLoaded } from './use-loaded';
import { backToQueue } from './ways';
import './hand-over.scss';

export function HandOver() {
  const [chosen, setChosen] = useState<string | null>(null);
  const back = chosen === null ? backToQueue : () => setChosen(null);
  useKeys({ escape: back }, true);
  return (
    <Desk title="转交办件" onBack={{ words: chosen === null ? '队列' : '选人', go: back }}>
      <OfDuty may={isSupervisor} title="您的岗位不转交办件" detail="由本地主管转交。">
        <People chosen={chosen} onChoose={setChosen} />
      </OfDuty>
    </Desk>
  );
}

function People({ chosen, onChoose }: { chosen: string | null; onChoose: (id: string | null) => void }) {
  const { value, trouble, reload } = useLoaded(officersInHand);
  if (trouble !== null) return <Again trouble={trouble} onAgain={reload} />;
  if (value === null) return <Skeleton rows={4} what="人员" />;
  const absent = value.find(({ officer }) => officer.id === chosen);
  if (absent !== undefined)
    return (
      <Cases
        absent={absent}
        colleagues={value}
        onDone={() => {
          onChoose(null);
          void reload();
        }}
      />
    );
  const busy = value.filter(({ cases }) => cases > 0);
  return (
    <>
      <Paragraph soft>谁不在岗？点他的名字，看他手上没办完的办件。</Paragraph>
      {busy.length === 0 && <Empty icon="check" title="现在没有人手上有办件" detail="办件都在队列里，谁都能取。" />}
      {busy.length > 0 && (
        <Card flush>
          {busy.map(({ officer, cases }) => (
            <Row
              key={officer.id}
              title={`${officer.name}（${officer.badge}）`}
              detail={`${rolesInWords(officer)}${officer.blocked ? ' · 账号已停用' : ''}`}
              mark={{ words: `${cases} 件`, tone: 'warn' }}
              onPress={() => onChoose(officer.id)}
            />
          ))}
        </Card>
      )}
    </>
  );
}

const toQueue = 'queue';
const suggested = ['请假', '出差', '调岗', '离职'];

interface CasesProps {
  absent: CasesInHand;
  colleagues: readonly CasesInHand[];
  onDone: () => void;
}

function Cases({ absent: { officer }, colleagues, onDone }: CasesProps) {
  const { value, trouble, reload } = useLoaded(useCallback(() => casesInHandOf(officer.id), [officer.id]));
  const [to, setTo] = useState(toQueue);
  const [left, setLeft] = useState<readonly string[]>([]);
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const [refusal, setRefusal] = useState<unknown>(null);
  const [handed, setHanded] = useState<readonly HandedCase[] | null>(null);

  if (handed !== null) return <Handed handed={handed} onDone={onDone} />;
  if (trouble !== null) return <Again trouble={trouble} onAgain={reload} />;
  if (value === null) return <Skeleton rows={4} what="办件" />;
  const going = value.filter(({ id }) => !left.includes(id));
  const receivers = colleagues.filter(
    ({ officer: one }) =>
      one.id !== officer.id &&
      !one.blocked &&
      one.roles.some((role) => role !== 'administrator' && officer.roles.includes(role)),
  );

  async function send() {
    setAsked(true);
    if (reason.trim() === '' || going.length === 0) return;
    setRefusal(null);
    try {
      const cases = going.map(({ id }) => id);
      setHanded(await handCases(officer.id, { cases, reason: reason.trim(), ...(to === toQueue ? {} : { to }) }));
    } catch (error) {
      setRefusal(error);
    }
  }

  return (
    <>
      {value.length === 0 && <Empty icon="check" title={`${officer.name}手上没有办件了`} detail="可以选别人。" />}
      {value.length > 0 && (
        <>
          <Card title={`${officer.name}手上的 ${value.length} 件，转交 ${going.length} 件`} flush>
            {value.map((one) => (
              <Ticked
                key={one.id}
                one={one}
                ticked={!left.includes(one.id)}
                onToggle={() => setLeft(left.includes(one.id) ? left.filter((id) => id !== one.id) : [...left, one.id])}
              />
            ))}
          </Card>
          <Card title="交给谁，为什么">
            <ChoiceField
              label="交给谁"
              hint="办过前面环节的同事不能接，那几件会放回队列并告诉您。"
              options={[
                { value: toQueue, label: '放回队列', hint: '同岗位的人谁都能取' },
                ...receivers.map(({ officer: one }) => ({
                  value: one.id,
                  label: `${one.name}（${one.badge}）`,
                  hint: `${rolesInWords(one)}，留到下一个工作日结束`,
                })),
              ]}
              value={to}
              onChange={setTo}
            />
            <TextField
              label="原因"
              hint="写进每件的办理经过，同事看得到，申请人看不到。"
              kind="paragraph"
              maxLength={300}
              value={reason}
              onChange={setReason}
              error={asked && reason.trim() === '' ? '请写明原因。' : undefined}
            />
            <View className="chips">
              {suggested.map((words) => (
                <Chip key={words} label={`填入：${words}`} onPress={() => setReason(words)}>
                  {words}
                </Chip>
              ))}
            </View>
            {asked && going.length === 0 && <Notice tone="error" title="一件也没有选" detail="请至少选一件。" />}
            {refusal !== null && <Notice tone="error" {...explained(refusal)} />}
            <Button onPress={send} busyLabel="正在转交…">
              转交 {going.length} 件
            </Button>
          </Card>
        </>
      )}
    </>
  );
}

function Ticked({ one, ticked, onToggle }: { one: CaseInHand; ticked: boolean; onToggle: () => void }) {
  const { number, itemName, status, dueAt } = one;
  return (
    <View className="hand-over-row">
      <Row
        title={itemName}
        detail={`${number} · ${statusNames[status]}${dueAt === null ? '' : ` · ${shownDay(dueAt)} 到期`}`}
      />
      <Chip role="checkbox" chosen={ticked} label={`转交 ${number}`} onPress={onToggle}>
        {ticked ? '转交' : '不动'}
      </Chip>
    </View>
  );
}

const wentWords = { 'to-officer': '已转交', 'to-queue': '在队列里', nowhere: '没有动' } as const;

function Handed({ handed, onDone }: { handed: readonly HandedCase[]; onDone: () => void }) {
  const unusual = handed.filter(({ why }) => why !== null).length;
  return (
    <Card title={unusual === 0 ? '都办好了' : `办好了，${unusual} 件请看说明`} flush>
      {handed.map(({ id, number, went, why }) => (
        <Row
          key={id}
          title={number}
          detail={why ?? undefined}
          mark={{ words: wentWords[went], tone: why === null ? 'good' : 'warn' }}
        />
      ))}
      <View className="hand-over-done">
        <Button onPress={onDone}>看其他人的</Button>
      </View>
    </Card>
  );
}

function Again({ trouble, onAgain }: { trouble: unknown; onAgain: () => Promise<void> }) {
  return <Notice tone="error" {...explained(trouble)} action={{ label: '重新取', onPress: onAgain }} />;
}
