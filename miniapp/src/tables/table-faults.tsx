/** What is wrong in a file, row by row; all of it, a screenful at a time. */
import { useState } from 'react';
import type { Problem, ProblemDetail } from '@yiban/shared-types/problems';
import { Button } from '../ui/button';
import { Card } from '../ui/card';
import { Notice } from '../ui/notice';
import { Row } from '../ui/row';

const AT_ONCE = 30;

export function TableFaults({ problem }: { problem: Problem }) {
  const [shown, setShown] = useState(AT_ONCE);
  const rows = byRow(problem.errors ?? []);
  return (
    <>
      <Notice tone="error" title={problem.title} detail={problem.detail} />
      {rows.length > 0 && (
        <Card flush title="要改的地方">
          {rows.slice(0, shown).map(({ row, words }) => (
            <Row key={row} title={row === 0 ? '整张表' : `第 ${row} 行`} detail={words.join('\n')} />
          ))}
        </Card>
      )}
      {rows.length > shown && (
        <Button kind="secondary" onPress={() => setShown(shown + AT_ONCE)}>
          再看 {Math.min(AT_ONCE, rows.length - shown)} 行，还有 {rows.length - shown} 行
        </Button>
      )}
    </>
  );
}

function byRow(errors: readonly ProblemDetail[]): readonly { row: number; words: readonly string[] }[] {
  const rows = new Map<number, string[]>();
  for (const { row = 0, message } of errors) {
    const words = message.replace(/^第 \d+ 行：/, '');
    rows.set(row, [...(rows.get(row) ?? []), words]);
  }
  return [...rows].map(([row, words]) => ({ row, words })).sort((a, b) => a.row - b.row);
}
