/**
 * Cases that are being filled in, as the server last showed them, and the page one was on: kept on the phone, so that they
 * open without a network. Forgotten when they are handed in or thrown away, and when somebody else uses the phone. What the server does not have
 * yet stands in unsent-answers.ts.
 */
import Taro from '@tarojs/taro';
import type { CaseView } from '@yiban/shared-types/cases';
import { hasText } from '../kept/shapes';
import { onSessionChange, storedPerson } from '../session/stored-session';

/** Raised when the shape of a case changes, so that a new build never reads an old one. */
const DRAFT = 'yiban.draft1.';
const PAGE = 'yiban.page1.';

let owner = storedPerson()?.idNo ?? null;

onSessionChange(() => {
  const now = storedPerson()?.idNo ?? null;
  if (now === owner) return;
  owner = now;
  const { keys } = Taro.getStorageInfoSync();
  for (const key of keys) if (key.startsWith(DRAFT) || key.startsWith(PAGE)) Taro.removeStorageSync(key);
});

/** Keeps it while there is something to fill in, else forgets it. */
export function keepDraft(person: string, view: CaseView): void {
  if (person !== owner || !view.actions.includes('edit')) forgetDraft(view.id);
  else Taro.setStorageSync(DRAFT + view.id, { person, view });
}

export function forgetDraft(caseId: string): void {
  Taro.removeStorageSync(DRAFT + caseId);
  Taro.removeStorageSync(PAGE + caseId);
}

export function keptDraft(person: string, caseId: string): CaseView | null {
  const stored: unknown = Taro.getStorageSync(DRAFT + caseId);
  if (typeof stored !== 'object' || stored === null || !('person' in stored) || !('view' in stored)) return null;
  return stored.person === person && isCase(stored.view) ? stored.view : null;
}

/** `page`: the path of a step, '' at the check. */
export function keepPage(caseId: string, page: string): void {
  Taro.setStorageSync(PAGE + caseId, { page });
}

export function keptPage(caseId: string): string | null {
  const stored: unknown = Taro.getStorageSync(PAGE + caseId);
  return hasText(stored, 'page') ? stored.page : null;
}

function isCase(value: unknown): value is CaseView {
  return hasText(value, 'id', 'item', 'itemName', 'region', 'status', 'next');
}
