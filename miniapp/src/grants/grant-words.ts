/** How a grant is spoken of. Pure. */
import type { GrantState, GrantView } from '@yiban/shared-types/grants';
import type { RowMark } from '../ui/row';
import { shownDate } from '../wording/dates';
import { called, nameWithRelation } from './relations';

const MARKS: Readonly<Record<GrantState, RowMark>> = {
  requested: { words: '等对方签名', tone: 'warn' },
  lapsed: { words: '链接过期', tone: 'plain' },
  refused: { words: '对方没同意', tone: 'plain' },
  'awaiting-check': { words: '能办，材料待核对', tone: 'warn' },
  active: { words: '有效', tone: 'good' },
  'papers-refused': { words: '材料没通过', tone: 'danger' },
  expired: { words: '已到期', tone: 'plain' },
  revoked: { words: '已撤回', tone: 'plain' },
  'given-back': { words: '已不再代办', tone: 'plain' },
};

export function grantMark({ state }: GrantView): RowMark {
  return MARKS[state];
}

/** 「妈妈 王*英」; 「妈妈」 while nobody has signed. */
export function principalWords({ principal, relation }: GrantView): string {
  return principal === null ? called(relation) : nameWithRelation(principal.name, relation);
}

/** 「所有能代办的事」, 「住院费用报销等 3 项」. */
export function itemsWords({ items }: Pick<GrantView, 'items'>): string {
  if (items === null) return '所有能代办的事';
  const [first] = items;
  return items.length === 1 ? (first?.name ?? '') : `${first?.name ?? ''}等 ${items.length} 项`;
}

export function untilWords({ until }: Pick<GrantView, 'until'>): string {
  return `到 ${shownDate(until)}`;
}
