/** The field for a question, by its kind. Its label is the term that stands on the papers; the page's title asks. */
import type { Answer } from '@yiban/shared-types/cases';
import type { ItemPage, Question } from '@yiban/shared-types/catalogue';
import { DivisionField } from '../divisions/division-field';
import { divisionPath } from '../divisions/divisions';
import { ChoiceField } from '../ui/choice-field';
import { DateField } from '../ui/date-field';
import { MoneyField } from '../ui/money-field';
import { TextField } from '../ui/text-field';
import { YesNoField } from '../ui/yes-no-field';
import { numberFrom, textOf } from './answer-text';
import { ChoicesField } from './choices-field';
import { MonthField } from './month-field';
import { RegistrationField } from './registration-field';
import { grouped } from './shown-answer';
import { today } from './today';

interface QuestionFieldProps {
  /** Whose person's registrations can be chosen from; without a case there are none. */
  caseId?: string;
  item: ItemPage;
  question: Question;
  answer: Answer;
  error: string | undefined;
  onAnswer: (answer: Answer) => void;
}

export function QuestionField({ caseId, item, question, answer, error, onAnswer }: QuestionFieldProps) {
  const { kind, term, hint, example, maxLength, options = [], tense } = question;
  const field = { label: term, hint, error };
  const text = {
    ...field,
    value: textOf(answer),
    onChange: onAnswer,
    placeholder: example === undefined ? undefined : `例如：${example}`,
  };
  switch (kind) {
    case 'text':
    case 'name':
      return <TextField {...text} maxLength={maxLength} />;
    case 'credit-code':
      return <TextField {...text} maxLength={18} />;
    case 'multiline':
      return <TextField {...text} kind="paragraph" maxLength={maxLength} />;
    case 'phone':
      return <TextField {...text} kind="phone" />;
    case 'id-number':
      return <TextField {...text} kind="id-number" />;
    case 'bank-card':
      return (
        <TextField
          {...text}
          kind="digits"
          value={grouped(textOf(answer))}
          onChange={(typed) => onAnswer(typed.replace(/\D/g, ''))}
        />
      );
    case 'number':
      return <TextField {...text} kind="digits" onChange={(typed) => onAnswer(numberFrom(typed))} />;
    case 'money':
      return <MoneyField {...field} value={typeof answer === 'number' ? answer : null} onChange={onAnswer} />;
    case 'date':
      return (
        <DateField
          {...field}
          value={textOf(answer)}
          onChange={onAnswer}
          {...(tense === 'past' ? { max: today() } : {})}
          {...(tense === 'future' ? { min: today() } : {})}
        />
      );
    case 'month':
      return <MonthField {...field} value={textOf(answer)} onChange={onAnswer} />;
    case 'choice':
      return (
        <ChoiceField
          {...field}
          options={options}
          value={typeof answer === 'string' ? answer : null}
          onChange={onAnswer}
        />
      );
    case 'choices':
      return <ChoicesField {...field} options={options} value={textsIn(answer)} onChange={onAnswer} />;
    case 'yes-no':
      return <YesNoField {...field} value={typeof answer === 'boolean' ? answer : null} onChange={onAnswer} />;
    case 'division':
      return <DivisionField {...field} value={codeOf(answer)} onChange={(code) => onAnswer(divisionAnswer(code))} />;
    case 'registration':
      return caseId === undefined ? null : (
        <RegistrationField {...field} caseId={caseId} item={item.id} value={textOf(answer)} onChange={onAnswer} />
      );
    case 'receipts':
    case 'table':
      // Their own pages: receipts-step.tsx, tables/table-step.tsx.
      return null;
  }
}

function textsIn(answer: Answer): readonly string[] {
  return Array.isArray(answer) ? answer.filter((one) => typeof one === 'string') : [];
}

function codeOf(answer: Answer): string {
  return typeof answer === 'object' && answer !== null && 'code' in answer ? textOf(answer.code) : '';
}

/** 「安徽省 合肥市 蜀山区」; a city that bears its province's name is said once. */
function divisionAnswer(code: string): Answer {
  if (code === '') return null;
  const names = divisionPath(code).map(({ name }) => name);
  return { code, name: names.filter((name, index) => name !== names[index - 1]).join(' ') };
}
