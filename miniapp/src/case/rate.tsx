/** 好差评 (国办发〔2019〕51号): five grades, once, when the case is closed. */
import { useState } from 'react';
import type { CaseView, RatingGrade } from '@yiban/shared-types/cases';
import type { RectificationView } from '@yiban/shared-types/ratings';
import { rateCase } from '../api/cases';
import { Button } from '../ui/button';
import { Card } from '../ui/card';
import { ChoiceField } from '../ui/choice-field';
import { Notice } from '../ui/notice';
import { Paragraph } from '../ui/paragraph';
import { TextField } from '../ui/text-field';
import { shownDate } from '../wording/dates';
import { gradeNames } from '../wording/grades';
import { DeedProblem } from './deed-problem';
import { useDeed } from './use-deed';

const GRADES = [
  { value: '5', label: gradeNames[5], grade: 5 },
  { value: '4', label: gradeNames[4], grade: 4 },
  { value: '3', label: gradeNames[3], grade: 3 },
  { value: '2', label: gradeNames[2], grade: 2 },
  { value: '1', label: gradeNames[1], grade: 1 },
] as const satisfies readonly { value: string; label: string; grade: RatingGrade }[];

type Choice = (typeof GRADES)[number]['value'];

export function Rated({ rating: { grade, rectification } }: { rating: NonNullable<CaseView['rating']> }) {
  return (
    <Card title="您的评价">
      <Paragraph>{gradeNames[grade]}。谢谢您告诉我们。</Paragraph>
      {rectification !== null && <Rectified rectification={rectification} />}
    </Card>
  );
}

/** What became of a bad rating. */
function Rectified({ rectification }: { rectification: RectificationView }) {
  const { dueAt, dueProvisional, closedOn, outcome } = rectification;
  if (closedOn === null || outcome === null)
    return (
      <Notice tone="info" title="正在整改">
        由没有办过这件事的工作人员查，最晚 {shownDate(dueAt)}
        {dueProvisional && '（节假日安排公布后可能调整）'}有结果，会发消息告诉您。
      </Notice>
    );
  return (
    <Notice tone="good" title={`${shownDate(closedOn)}整改好了`} detail={outcome}>
      对结果还不满意，可以拨打「我的」页里的投诉电话。
    </Notice>
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
