/** Rectifications: what people rated badly, what is due first at the top, and what came of it in words. */
import { useRef, useState } from 'react';
import { View } from '@tarojs/components';
import type { RectificationEntry, RectificationPage } from '@yiban/shared-types/ratings';
import { newKey } from '../api/cases';
import { explained } from '../api/problem';
import { Button } from '../ui/button';
import { Empty } from '../ui/empty';
import { Notice } from '../ui/notice';
import { Paragraph } from '../ui/paragraph';
import { Skeleton } from '../ui/skeleton';
import { gradeNames } from '../wording/grades';
import { shownDay, shownInstant } from './case-words';
import { Desk } from './desk';
import { mayRectify } from './duties';
import { useKeys } from './keys';
import { sayDone } from './last-deed';
import { closeRectification, rectifications } from './office-api';
import { OfDuty } from './of-duty';
import { OutcomeForm } from './outcome-form';
import { Fact, Panel } from './panel';
import { usePages } from './use-pages';
import { backToQueue, openCase } from './ways';

export function Rectifications() {
  /** The one whose outcome is being written. */
  const [writing, setWriting] = useState<string | null>(null);
  useKeys({ escape: () => (writing === null ? backToQueue() : setWriting(null)) }, true);
  return (
    <Desk title="差评整改" onBack={{ words: '队列', go: backToQueue }}>
      <OfDuty may={mayRectify} title="您的岗位不办整改" detail="由窗口、初审、复核和主管办理。">
        <List writing={writing} onWrite={setWriting} />
      </OfDuty>
    </Desk>
  );
}

interface ListProps {
  writing: string | null;
  onWrite: (id: string | null) => void;
}

function List({ writing, onWrite }: ListProps) {
  const { read, problem, load, more, put } = usePages(rectifications);

  if (problem !== null)
    return <Notice tone="error" {...explained(problem)} action={{ label: '重新取', onPress: load }} />;
  if (read === null) return <Skeleton rows={4} what="整改" />;
  const { items, nextCursor } = read;
  if (items.length === 0)
    return <Empty icon="check" title="没有要整改的" detail="有人评价不满意时，会列在这里，写明最晚哪天办完。" />;
  return (
    <>
      <Paragraph soft>评价不满意的办件，按最晚办完的日子排。先联系本人，改好了再写结果，本人看得到。</Paragraph>
      {items.map((entry) => (
        <Entry
          key={entry.id}
          entry={entry}
          writing={writing === entry.id}
          onWrite={onWrite}
          onClosed={(left) => {
            onWrite(null);
            sayDone(`「${entry.itemName}」${entry.number} 的整改办完了，已告诉本人。`);
            put(left);
          }}
        />
      ))}
      {nextCursor !== null && (
        <Button kind="secondary" onPress={more} busyLabel="正在取…">
          再看后面的
        </Button>
      )}
    </>
  );
}

interface EntryProps {
  entry: RectificationEntry;
  writing: boolean;
  onWrite: (id: string | null) => void;
  onClosed: (left: RectificationPage) => void;
}

function Entry({ entry, writing, onWrite, onClosed }: EntryProps) {
  const { id, number, itemName, grade, comment, ratedAt, dueAt, dueProvisional, overdue, whyNot } = entry;
  const [outcome, setOutcome] = useState('');
  const [trouble, setTrouble] = useState<unknown>(null);
  /** The same outcome goes out under the same key, however often it has to be sent. */
  const keyed = useRef({ outcome: '', key: '' });

  async function send(): Promise<void> {
    if (keyed.current.outcome !== outcome) keyed.current = { outcome, key: newKey() };
    setTrouble(null);
    try {
      onClosed(await closeRectification(id, outcome.trim(), keyed.current.key));
    } catch (error) {
      setTrouble(error);
    }
  }

  return (
    <Panel title={itemName} note={number}>
      <Fact term="最晚办完" mark={overdue}>
        {shownDay(dueAt)}
        {dueProvisional && '（暂定）'}
        {overdue && '　已超期'}
      </Fact>
      <Fact term="评价">
        {gradeNames[grade]}，{shownInstant(ratedAt)}
      </Fact>
      <Fact term="哪里没办好">{comment ?? '没有写'}</Fact>
      {whyNot !== null && <Notice tone="info" title={whyNot} />}
      {trouble !== null && <Notice tone="error" {...explained(trouble)} />}
      {writing ? (
        <OutcomeForm outcome={outcome} onOutcome={setOutcome} onSend={send} onLeave={() => onWrite(null)} />
      ) : (
        <View className="deed-form-buttons">
          {whyNot === null && <Button onPress={() => onWrite(id)}>写整改结果</Button>}
          <Button kind="secondary" onPress={() => openCase(id)}>
            打开办件
          </Button>
        </View>
      )}
    </Panel>
  );
}
