/** Answers that a photographed paper says. Pure. */
import type { Answer, Answers } from '@yiban/shared-types/cases';
import type { ItemPage, Question } from '@yiban/shared-types/catalogue';
import type { PaperContent, ReadField } from '@yiban/shared-types/reading';

/** What the paper says to a question; null where it was not found, or where the photo is of another paper. */
export function saidOf({ readFrom }: Question, content: PaperContent): ReadField<Answer> | null {
  if (readFrom === undefined) return null;
  const [, found] = Object.entries(content).find(([name]) => name === readFrom.field) ?? [];
  return isReadField(found) ? found : null;
}

/**
 * The question's own answer, whatever stood there, since the person asked for it; and of the other questions that the same
 * paper answers those that are still empty. Only what was read for sure.
 */
export function answersRead(item: ItemPage, question: Question, answers: Answers, content: PaperContent): Answers {
  const asked = (item.form?.questions ?? []).filter((one) => isOnSamePaper(one, question));
  const read = asked.flatMap((one) => {
    const said = saidOf(one, content);
    const open = one.id === question.id || [undefined, null, ''].some((none) => answers[one.id] === none);
    return open && said?.confidence === 'sure' ? [[one.id, said.value] as const] : [];
  });
  return Object.fromEntries(read);
}

function isOnSamePaper({ readFrom }: Question, { readFrom: asked }: Question): boolean {
  return readFrom !== undefined && readFrom.paper === asked?.paper && readFrom.name === asked.name;
}

function isReadField(value: unknown): value is ReadField<string | number> {
  return (
    typeof value === 'object' &&
    value !== null &&
    'confidence' in value &&
    'value' in value &&
    (typeof value.value === 'string' || typeof value.value === 'number')
  );
}
