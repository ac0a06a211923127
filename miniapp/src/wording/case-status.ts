import type { CaseStatus, CaseSummary } from '@yiban/shared-types/cases';
import type { RowMark } from '../ui/row';
import { shownDate } from './dates';

const WORDS: Readonly<Record<CaseStatus, string>> = {
  draft: '还没提交',
  submitted: '等受理',
  accepted: '已受理',
  supplement: '要您补材料',
  'first-review': '正在初审',
  'second-review': '正在复核',
  'expert-review': '专家正在审核',
  'site-assessment': '正在现场核查',
  'public-notice': '正在公示',
  payment: '正在拨付',
  closed: '已办结',
  declined: '没有受理',
  rejected: '没有通过',
  withdrawn: '已撤回',
};

const TONES: Partial<Readonly<Record<CaseStatus, RowMark['tone']>>> = {
  draft: 'warn',
  supplement: 'danger',
  closed: 'good',
  declined: 'danger',
  rejected: 'danger',
  withdrawn: 'plain',
};

export function statusWords(status: CaseStatus): string {
  return WORDS[status];
}

export function statusMark(status: CaseStatus): RowMark {
  return { words: WORDS[status], tone: TONES[status] ?? 'accent' };
}

/** It waits for the person: a supplement first of all, then drafts. */
export function waitsForPerson(status: CaseStatus): boolean {
  return status === 'supplement' || status === 'draft';
}

export function isOver(status: CaseStatus): boolean {
  return status === 'closed' || status === 'declined' || status === 'rejected' || status === 'withdrawn';
}

/** 「最晚 12月4日 办完」, or that the days don't count now; null where there is no due date to speak of. */
export function dueWords({ status, dueAt, dueProvisional }: CaseSummary): string | null {
  if (status === 'supplement') return '补齐前不计时';
  if (dueAt === null || isOver(status)) return null;
  return `最晚 ${shownDate(dueAt)} 办完${dueProvisional ? '（暂定）' : ''}`;
}

/** Those that wait for the person, supplements before drafts. */
export function waitingFirst<T extends { readonly status: CaseStatus }>(list: readonly T[]): readonly T[] {
  return [...list.filter(({ status }) => status === 'supplement'), ...list.filter(({ status }) => status === 'draft')];
}
