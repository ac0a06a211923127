/** 初审结果: what was found, until when something may be said to it, and saying it. */
import { useRef, useState } from 'react';
import type { CaseView } from '@yiban/shared-types/cases';
import { newKey } from '../api/cases';
import { explained } from '../api/problem';
import { giveFeedback } from '../api/stages';
import { SettlementTable } from '../case/settlement-table';
import { caseOf } from '../my-cases/my-cases';
import { Button } from '../ui/button';
import { Card } from '../ui/card';
import { Notice } from '../ui/notice';
import { Paragraph } from '../ui/paragraph';
import { TextField } from '../ui/text-field';
import { shownDate, shownInstant } from '../wording/dates';

export function PreliminaryResult({ view }: { view: CaseView }) {
  const { preliminary, actions } = view;
  if (preliminary === null) return null;
  const { settlement, until, feedback } = preliminary;
  return (
    <>
      <Notice
        tone={actions.includes('feedback') ? 'warn' : 'info'}
        title="初审结果"
        detail={
          actions.includes('feedback')
            ? `请核对。有意见的，${shownDate(until)}前提；过了这天，按初审结果接着办。`
            : '最后的结果以复审为准。'
        }
      />
      <SettlementTable settlement={settlement} paid={false} />
      {feedback !== null && (
        <Card title={`您的意见（${shownInstant(feedback.at)}）`}>
          <Paragraph>{feedback.agrees ? '没有意见。' : feedback.text}</Paragraph>
        </Card>
      )}
      {actions.includes('feedback') && <Feedback view={view} />}
    </>
  );
}

function Feedback({ view }: { view: CaseView }) {
  const [text, setText] = useState('');
  const [missing, setMissing] = useState<string>();
  const [problem, setProblem] = useState<{ title: string; detail: string }>();
  const key = useRef(newKey());

  async function give(agrees: boolean) {
    setProblem(undefined);
    setMissing(!agrees && text.trim() === '' ? '请写明哪一笔有意见、为什么。' : undefined);
    if (!agrees && text.trim() === '') return;
    try {
      const feedback = { version: view.version, agrees, ...(agrees ? {} : { text: text.trim() }) };
      caseOf(view.id).replace(await giveFeedback(view.id, feedback, key.current));
    } catch (error) {
      key.current = newKey();
      setProblem(explained(error));
      await caseOf(view.id).refresh();
    }
  }

  return (
    <Card title="对初审结果有意见吗？">
      <Button kind="secondary" icon="check" onPress={() => give(true)}>
        没有意见
      </Button>
      <TextField
        label="有意见，写在这里"
        kind="paragraph"
        value={text}
        error={missing}
        maxLength={1000}
        onChange={setText}
      />
      {problem && <Notice tone="error" title={problem.title} detail={problem.detail} />}
      <Button kind="secondary" onPress={() => give(false)}>
        提交意见
      </Button>
    </Card>
  );
}
