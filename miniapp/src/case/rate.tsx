/** 好差评 (国办发〔2019〕51号): five grades, once, when the case is closed. */
import { useState } from 'react';
import type { CaseView, RatingGrade } from '@yiban/shared-types/cases';
import { rateCase } from '../api/cases';
import { Button } from '../ui/button';
import { Card } from '../ui/card';
import { ChoiceField } from '../ui/choice-field';
import { Paragraph } from '../ui/paragraph';
import { TextField } from '../ui/text-field';
import { DeedProblem } from './deed-problem';
import { useDeed } from './use-deed';

const GRADES = [
  { value: '5', label: '非常满意', grade: 5 },
  { value: '4', label: '满意', grade: 4 },
  { value: '3', label: '基本满意', grade: 3 },
  { value: '2', label: '不满意', grade: 2 },
  { value: '1', label: '非常不满意', grade: 1 },
] as const satisfies readonly { value: string; label: string; grade: RatingGrade }[];

type Choice = (typeof GRADES)[number]['value'];

export function Rated({ grade }: { grade: RatingGrade }) {
  return (
    <Card title="您的评价">
      <Paragraph>{GRADES.find((one) => one.grade === grade)?.label}。谢谢您告诉我们。</Paragraph>
    </Card>
  );
}

export function Rate({ view }: { view: CaseView }) {
  const [choice, setChoice] = useState<Choice | null>(null);
  const [comment, setComment] = useState('');
  const { act, problem } = useDeed(view.id);
  const chosen = GRADES.find(({ value }) => value === choice);
  const unhappy = chosen !== undefined && chosen.grade <= 2;
  return (
    <Card title="办得怎么样？">
      <ChoiceField
        label="给这次办理评一评"
        hint="只能评一次，不影响您的待遇"
        options={GRADES}
        value={choice}
        onChange={setChoice}
      />
      {chosen !== undefined && (
        <>
          <TextField
            label={unhappy ? '哪里没办好？（可以不写）' : '还想说什么？（可以不写）'}
            kind="paragraph"
            value={comment}
            onChange={setComment}
          />
          <DeedProblem problem={problem} />
          <Button
            busyLabel="正在提交评价…"
            onPress={() =>
              act(() => rateCase(view.id, chosen.grade, comment.trim() === '' ? undefined : comment.trim()))
            }
          >
            提交评价
          </Button>
        </>
      )}
    </Card>
  );
}
