/** Answers that the server has not acknowledged yet, kept on the phone until it has: by case and person. */
import Taro from '@tarojs/taro';
import type { Answers } from '@yiban/shared-types/cases';

export interface UnsentAnswers {
  readonly person: string;
  readonly caseId: string;
}

export function unsentAnswers(of: UnsentAnswers): Answers {
  const stored: unknown = Taro.getStorageSync(placeOf(of));
  return isAnswers(stored) ? stored : {};
}

export function keepUnsent(of: UnsentAnswers, answers: Answers): void {
  if (Object.keys(answers).length === 0) Taro.removeStorageSync(placeOf(of));
  else Taro.setStorageSync(placeOf(of), answers);
}

function placeOf({ person, caseId }: UnsentAnswers): string {
  return `yiban.unsent.${caseId}.${person}`;
}

function isAnswers(value: unknown): value is Answers {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
