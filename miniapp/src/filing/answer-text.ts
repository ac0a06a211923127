/** Typed answers: as they stand in the field, and tidied once the person goes on. */
import type { Answer } from '@yiban/shared-types/cases';
import type { Question } from '@yiban/shared-types/catalogue';

export function textOf(answer: Answer): string {
  return typeof answer === 'string' || typeof answer === 'number' ? String(answer) : '';
}

/** Whole numbers only: what else was typed is left out. */
export function numberFrom(text: string): number | null {
  const digits = text.normalize('NFKC').replace(/\D/g, '');
  return digits === '' ? null : Number(digits);
}

/** Without the spaces, full-width letters and small letters that people type; nothing for what is blank. */
export function tidied({ kind }: Question, answer: Answer): Answer {
  if (typeof answer !== 'string') return answer;
  const text = tidiedText(kind, answer.trim());
  return text === '' ? null : text;
}

function tidiedText(kind: Question['kind'], text: string): string {
  switch (kind) {
    case 'phone':
      return text
        .normalize('NFKC')
        .replace(/[\s()（）]/g, '')
        .replace(/^(\+?86)(?=1)/, '');
    case 'bank-card':
      return text.normalize('NFKC').replace(/\D/g, '');
    case 'id-number':
    case 'credit-code':
      return text.normalize('NFKC').replace(/\s/g, '').toUpperCase();
    default:
      return text;
  }
}
