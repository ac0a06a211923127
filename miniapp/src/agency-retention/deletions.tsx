/** Deletions: which closed cases were deleted when their time was over, with the proof; and which are kept longer. */
import { useCallback, useState } from 'react';
import { View } from '@tarojs/components';
import type { DeletionProof } from '@yiban/shared-types/retention';
import { shownInstant } from '../agency/case-words';
import { Desk } from '../agency/desk';
import { isSupervisor, mayLookOver } from '../agency/duties';
import { useKeys } from '../agency/keys';
import { OfDuty } from '../agency/of-duty';
import { useOfficer } from '../agency/officer-session';
import { Fact, Panel } from '../agency/panel';
import { usePages } from '../agency/use-pages';
import { backToQueue } from '../agency/ways';
import { explained } from '../api/problem';
import { shownDate } from '../filing/shown-answer';
import { saveFile } from '../tables/save-file';
import { Button } from '../ui/button';
import { Empty } from '../ui/empty';
import { Notice } from '../ui/notice';
import { Paragraph } from '../ui/paragraph';
import { Skeleton } from '../ui/skeleton';
import { TextField } from '../ui/text-field';
import { HeldCasesPanel } from './held-cases';
import { deletions, deletionsFile } from './retention-api';

export function Deletions() {
  const officer = useOfficer();
  useKeys({ escape: backToQueue }, true);
  return (
    <Desk title="保存期满的办件" onBack={{ words: '队列', go: backToQueue }}>
      <OfDuty may={mayLookOver} title="您的岗位不看这一页" detail="由主管或管理员查看。">
        {officer !== null && isSupervisor(officer) && <HeldCasesPanel />}
        <Proofs />
      </OfDuty>
    </Desk>
  );
}

function Proofs() {
  const [typed, setTyped] = useState('');
  const [number, setNumber] = useState('');
  const [trouble, setTrouble] = useState<unknown>(null);

  async function save(): Promise<void> {
    setTrouble(null);
    try {
      await saveFile('办件删除记录', 'xlsx', deletionsFile);
    } catch (error) {
      setTrouble(error);
    }
  }

  return (
    <>
      <Panel title="删除记录">
        <Paragraph soft>
          办完的办件，过了规定的保存年限，系统自动删除，留下一条记录：依据哪条规定、什么时候、删了多少。记录里没有当事人的信息；知道办件编号的，可以查它删了没有。
        </Paragraph>
        <TextField label="办件编号" hint="不填就看全部。" value={typed} onChange={setTyped} maxLength={24} />
        {trouble !== null && <Notice tone="error" {...explained(trouble)} />}
        <View className="deed-form-buttons">
          <Button onPress={() => setNumber(typed.trim())}>查记录</Button>
          <Button kind="secondary" onPress={save} busyLabel="正在取…">
            全部存成表格
          </Button>
        </View>
      </Panel>
      <Found key={number} number={number} />
    </>
  );
}

function Found({ number }: { number: string }) {
  const { read, problem, load, more } = usePages(
    useCallback((cursor: string | null) => deletions(number, cursor), [number]),
  );
  if (problem !== null)
    return <Notice tone="error" {...explained(problem)} action={{ label: '重新取', onPress: load }} />;
  if (read === null) return <Skeleton rows={4} what="删除记录" />;
  const { items, nextCursor } = read;
  if (items.length === 0)
    return number === '' ? (
      <Empty icon="check" title="还没有删过" detail="有办件过了保存年限、被删除时，会列在这里。" />
    ) : (
      <Empty icon="info" title="没有这个编号的删除记录" detail="这一件没有因为期满删除，或者编号不对。" />
    );
  return (
    <>
      {items.map((proof) => (
        <Proof key={proof.id} proof={proof} />
      ))}
      {nextCursor !== null && (
        <Button kind="secondary" onPress={more} busyLabel="正在取…">
          看更早的
        </Button>
      )}
    </>
  );
}

function Proof({ proof }: { proof: DeletionProof }) {
  const { itemName, outcome, endedOn, ruleName, years, source, deletedAt, counts, digest, filesGoneAt } = proof;
  const rows = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return (
    <Panel title={itemName} note={shownInstant(deletedAt)}>
      <Fact term="结果">
        {outcome}，{shownDate(endedOn)}
      </Fact>
      <Fact term="规则">
        {ruleName}，满 {years} 年（{source}）
      </Fact>
      <Fact term="删了" mark={filesGoneAt === null}>
        {rows} 条记录{filesGoneAt === null ? '，文件正在删' : '，文件也删了'}
      </Fact>
      <Fact term="内容摘要">{digest.slice(0, 16)}…</Fact>
    </Panel>
  );
}
