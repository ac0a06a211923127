/** One row of a table, typed on the phone. */
import { useState } from 'react';
import type { Answer } from '@yiban/shared-types/cases';
import type { ItemPage, Question } from '@yiban/shared-types/catalogue';
import { QuestionField } from '../filing/question-field';
import { useNativeBack } from '../navigation/native-back';
import { Button } from '../ui/button';
import { Page } from '../ui/page';
import { columnQuestion, columnsAsked } from './table-answer';
import type { Cells } from './table-answer';

interface TableRowPageProps {
  item: ItemPage;
  question: Question;
  row: Cells;
  onDone: (row: Cells) => void;
  /** Left out for a row that does not stand yet. */
  onRemove?: () => void;
  onBack: () => void;
}

export function TableRowPage({ item, question, row: before, onDone, onRemove, onBack }: TableRowPageProps) {
  const [row, setRow] = useState<Cells>(before);
  const [missing, setMissing] = useState<ReadonlySet<string>>(new Set());
  const asked = columnsAsked(question, row);
  useNativeBack(onBack, true);

  function put(column: string, answer: Answer) {
    const { [column]: _, ...others } = row;
    const isGiven = (typeof answer === 'string' && answer !== '') || typeof answer === 'number';
    setRow(isGiven ? { ...others, [column]: answer } : others);
  }

  function done() {
    const empty = asked.filter(({ id, required }) => required && row[id] === undefined).map(({ id }) => id);
    setMissing(new Set(empty));
    if (empty.length > 0) return;
    const kept = new Set(asked.map(({ id }) => id));
    onDone(Object.fromEntries(Object.entries(row).filter(([id]) => kept.has(id))));
  }

  return (
    <Page
      title={`${question.term}：一行`}
      onBack={onBack}
      actions={
        <>
          <Button onPress={done}>填好了</Button>
          {onRemove && (
            <Button kind="danger" onPress={onRemove}>
              删掉这一行
            </Button>
          )}
        </>
      }
    >
      {asked.map((column) => (
        <QuestionField
          key={column.id}
          item={item}
          question={columnQuestion(column)}
          answer={row[column.id] ?? null}
          error={missing.has(column.id) ? `请填「${column.term}」。` : undefined}
          onAnswer={(answer) => put(column.id, answer)}
        />
      ))}
    </Page>
  );
}
