/** What stands on a paper that is filled in from the answers. Pure. */
import type { Answers } from '@yiban/shared-types/cases';
import type { ItemPage, MaterialAlternative } from '@yiban/shared-types/catalogue';
import { knownFacts } from './agenda';
import { factNamed, verdict } from './conditions';
import { shownAnswer, shownDate } from './shown-answer';

export interface PaperRow {
  readonly term: string;
  readonly shown: string;
}

/** Every question that is answered, those set by the way in too: as on the printed paper. */
export function paperRows(item: ItemPage, answers: Answers): readonly PaperRow[] {
  const facts = knownFacts(item, answers);
  return (item.form?.questions ?? [])
    .filter(({ when }) => verdict(when, facts) !== false)
    .map((question) => ({
      term: question.term,
      shown: shownAnswer(question, answers[question.id] ?? question.default),
    }))
    .filter(({ shown }) => shown !== '');
}

/**
 * `{{form.since}}` and the like filled in; what only the server knows (the full name) is told by the PDF: `person` stands
 * for it, 「本人」 or the principal's masked name.
 */
export function letterParagraphs(
  { letter = [] }: MaterialAlternative,
  item: ItemPage,
  answers: Answers,
  person: string,
): readonly string[] {
  const facts = knownFacts(item, answers);
  return letter.map((paragraph) =>
    paragraph.replace(/\{\{([\w.]+)\}\}/g, (_, name: string) => {
      const value = factNamed(name, facts);
      if (typeof value === 'string' && value !== '') return shownDate(value);
      return name.startsWith('person.') ? person : '＿＿＿＿';
    }),
  );
}

export function paperText(name: string, rows: readonly PaperRow[], paragraphs: readonly string[]): string {
  return [name, ...rows.map(({ term, shown }) => `${term}：${shown}`), ...paragraphs].join('。\n');
}
