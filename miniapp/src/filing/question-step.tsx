/** One question, checked when the person goes on. */
import { useState } from 'react';
import type { Answer } from '@yiban/shared-types/cases';
import type { ItemPage, Question } from '@yiban/shared-types/catalogue';
import type { Draft } from '../drafts/draft';
import { Paragraph } from '../ui/paragraph';
import { answerProblem } from './answer-problem';
import { tidied } from './answer-text';
import { QuestionField } from './question-field';
import { ReadFromPaper } from './read-from-paper';
import { StepPage } from './step-page';
import type { StepFrame } from './step-page';
import { today } from './today';
import { useShownError } from './use-arrival';

interface QuestionStepProps {
  item: ItemPage;
  question: Question;
  answer: Answer;
  draft: Draft;
  frame: StepFrame;
  onAnswer: (answer: Answer) => void;
  onNext: () => void;
}

export function QuestionStep({ item, question, answer, draft, frame, onAnswer, onNext }: QuestionStepProps) {
  const [problem, setProblem] = useState<string>();
  useShownError(problem);

  function answerWith(next: Answer) {
    if (problem !== undefined) setProblem(undefined);
    onAnswer(next);
  }

  function goOn() {
    const tidy = tidied(question, answer);
    onAnswer(tidy);
    const found = item.form === null ? undefined : answerProblem(question, item.form, tidy, today());
    setProblem(found);
    if (found === undefined) onNext();
  }

  return (
    <StepPage frame={frame} title={question.label} onNext={goOn}>
      <QuestionField
        caseId={draft.state().view.id}
        item={item}
        question={question}
        answer={answer}
        error={problem}
        onAnswer={answerWith}
      />
      {question.readFrom && <ReadFromPaper item={item} question={question} from={question.readFrom} draft={draft} />}
      {!question.required && <Paragraph soft>这一项可以不填。</Paragraph>}
    </StepPage>
  );
}
