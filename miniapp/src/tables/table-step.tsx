/** A question that is answered by a table: as an .xlsx of up to thousands of rows, or a few rows typed on the phone. */
import { useState } from 'react';
import type { ItemPage, Question } from '@yiban/shared-types/catalogue';
import type { Problem } from '@yiban/shared-types/problems';
import { ApiProblem, explained } from '../api/problem';
import { tableWorkbook, template } from '../api/tables';
import type { Draft } from '../drafts/draft';
import { useDraft } from '../drafts/use-draft';
import { StepPage } from '../filing/step-page';
import type { StepFrame } from '../filing/step-page';
import { sendFile } from '../photos/send-photo';
import { Button } from '../ui/button';
import { Card } from '../ui/card';
import { Notice } from '../ui/notice';
import { Paragraph } from '../ui/paragraph';
import { Row } from '../ui/row';
import { shownMoney } from '../wording/money';
import { chooseTable, whereFrom } from './choose-table';
import { saveFile } from './save-file';
import { moneyColumns, rowTitle, tableAnswer, totalOf } from './table-answer';
import type { Cells, TableAnswer } from './table-answer';
import { TableFaults } from './table-faults';
import { TableRowPage } from './table-row-page';

interface TableStepProps {
  item: ItemPage;
  draft: Draft;
  question: Question;
  frame: StepFrame;
  onNext: () => void;
}

export function TableStep({ item, draft, question, frame, onNext }: TableStepProps) {
  const { view, answers } = useDraft(draft);
  const table = tableAnswer(answers[question.id]);
  const [open, setOpen] = useState<number | null>(null);
  const [sent, setSent] = useState<number | null>(null);
  const [refused, setRefused] = useState<Problem>();
  const [trouble, setTrouble] = useState<{ title: string; detail: string }>();
  const rows = table.from === 'typing' ? table.rows : [];
  const { mostRows = 0, typedRows = 0 } = question;

  function forgetTroubles() {
    setRefused(undefined);
    setTrouble(undefined);
  }

  async function choose() {
    forgetTroubles();
    const file = await chooseTable();
    if (file === null) return;
    try {
      const { length, read } = file;
      const onProgress = (_: string, bytes: number) => setSent(Math.round((bytes / length) * 100));
      const upload = await sendFile({ length, read, purpose: 'table', paper: null, begun: null, onProgress });
      await draft.attachTable(question.id, upload.id);
    } catch (error) {
      if (error instanceof ApiProblem) setRefused(error.problem);
      else setTrouble(explained(error));
    } finally {
      setSent(null);
    }
  }

  async function saved(save: () => Promise<void>) {
    setTrouble(undefined);
    try {
      await save();
    } catch (error) {
      setTrouble(explained(error));
    }
  }

  function keep(next: readonly Cells[]) {
    forgetTroubles();
    draft.answer(question.id, next.length === 0 ? null : next.map((row) => ({ ...row })));
    setOpen(null);
  }

  function goOn() {
    if (question.required && table.from === 'nothing')
      setTrouble({ title: '还没有内容', detail: '请选填好的表格，或在手机上添一行。' });
    else onNext();
  }

  if (open !== null) {
    return (
      <TableRowPage
        key={open}
        item={item}
        question={question}
        row={rows[open] ?? {}}
        onDone={(row) => keep(open < rows.length ? rows.map((one, i) => (i === open ? row : one)) : [...rows, row])}
        {...(open < rows.length ? { onRemove: () => keep(rows.filter((_, i) => i !== open)) } : {})}
        onBack={() => setOpen(null)}
      />
    );
  }
  const first = table.from === 'nothing';
  return (
    <StepPage frame={frame} title={question.label} onNext={goOn}>
      {question.hint && <Paragraph>{question.hint}</Paragraph>}
      <Standing question={question} table={table} onOpen={setOpen} />
      {refused && <TableFaults problem={refused} />}
      {trouble && <Notice tone="error" title={trouble.title} detail={trouble.detail} />}
      <Button
        kind={first ? 'primary' : 'secondary'}
        busyLabel={sent === null || sent === 100 ? '正在核对每一行…' : `正在上传 ${sent}%`}
        onPress={choose}
      >
        {first ? '选填好的表格' : '换一份表格'}
      </Button>
      <Paragraph soft>
        {whereFrom}最多 {mostRows} 行，哪一行有问题会一次说全。
      </Paragraph>
      <Button
        kind="secondary"
        onPress={() =>
          saved(() => saveFile(`${question.term}模板`, 'xlsx', () => template(item.region, item.id, question.id)))
        }
      >
        下载空白模板
      </Button>
      {table.from !== 'file' && rows.length < typedRows && (
        <Button kind="secondary" onPress={() => setOpen(rows.length)}>
          {rows.length === 0 ? '行数不多，在手机上填' : '再填一行'}
        </Button>
      )}
      {table.from === 'file' && (
        <Button
          kind="secondary"
          onPress={() => saved(() => saveFile(question.term, 'xlsx', () => tableWorkbook(view.id, question.id)))}
        >
          下载这份表格
        </Button>
      )}
      {table.from === 'file' && (
        <Button kind="quiet" onPress={() => keep([])}>
          不要这份表格
        </Button>
      )}
    </StepPage>
  );
}

function Standing({
  question,
  table,
  onOpen,
}: {
  question: Question;
  table: TableAnswer;
  onOpen: (row: number) => void;
}) {
  if (table.from === 'nothing') return null;
  const count = table.from === 'file' ? table.rows : table.rows.length;
  return (
    <Card flush title={table.from === 'file' ? '表格已核对，每一行都对' : undefined}>
      {table.from === 'typing' &&
        table.rows.map((row, i) => (
          <Row
            key={JSON.stringify(row)}
            title={`第 ${i + 1} 行`}
            detail={rowTitle(question, row)}
            onPress={() => onOpen(i)}
          />
        ))}
      <Row title="行数" value={`${count} 行`} />
      {moneyColumns(question).map(({ id, term }) => (
        <Row key={id} title={`${term}合计`} value={shownMoney(totalOf(table, id))} />
      ))}
    </Card>
  );
}
