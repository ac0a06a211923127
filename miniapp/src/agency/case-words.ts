/** What things are called at the desk. */
import type { OfficerRole, OfficerView } from '@yiban/shared-types/agency';
import type { CaseStatus } from '@yiban/shared-types/cases';
import type { DeedAction } from './office-api';

export const statusNames: Readonly<Record<CaseStatus, string>> = {
  draft: '草稿',
  submitted: '待受理',
  accepted: '已受理',
  supplement: '补正中',
  'first-review': '初审',
  'second-review': '复核',
  'expert-review': '专家评审',
  'site-assessment': '现场评估',
  'public-notice': '公示',
  payment: '待拨付',
  closed: '已办结',
  declined: '不予受理',
  rejected: '不予通过',
  withdrawn: '已撤回',
};

export const roleNames: Readonly<Record<OfficerRole, string>> = {
  window: '受理窗口',
  'first-reviewer': '初审',
  'second-reviewer': '复核',
  payer: '拨付',
  expert: '专家',
  supervisor: '主管',
  administrator: '管理员',
};

export function rolesInWords({ roles }: Pick<OfficerView, 'roles'>): string {
  return roles.map((role) => roleNames[role]).join('、');
}

export interface DeedWords {
  /** On its button. */
  readonly name: string;
  readonly key: string;
  /** When it is done. */
  readonly done: string;
  readonly danger: boolean;
}

export const deedWords: Readonly<Record<DeedAction, DeedWords>> = {
  accept: { name: '受理', key: 'A', done: '已受理', danger: false },
  supplement: { name: '一次性告知', key: 'T', done: '已发一次性告知书', danger: false },
  pass: { name: '通过', key: 'P', done: '已通过', danger: false },
  'send-back': { name: '退回', key: 'B', done: '已退回', danger: false },
  decline: { name: '不予受理', key: 'D', done: '已决定不予受理', danger: true },
  'refuse-grant': { name: '退回委托材料', key: 'G', done: '已退回委托材料', danger: true },
  reject: { name: '不予通过', key: 'X', done: '已决定不予通过', danger: true },
};

/** 2026-11-25T01:46:28Z → 「11月25日 09:46」, in China's time. */
export function shownInstant(instant: string): string {
  const china = new Date(Date.parse(instant) + 8 * 3_600_000).toISOString();
  return `${shownDay(china.slice(0, 10))} ${china.slice(11, 16)}`;
}

/** 2026-12-23 → 「12月23日」, with the year where it is not this one. */
export function shownDay(date: string): string {
  const [year = '', month = '', day = ''] = date.split('-');
  const thisYear = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 4);
  return `${year === thisYear ? '' : `${year}年`}${Number(month)}月${Number(day)}日`;
}

/** 400650 → 「4,006.50」 */
export function shownYuan(fen: number): string {
  const whole = String(Math.trunc(Math.abs(fen) / 100)).replace(/\B(?=(\d{3})+$)/g, ',');
  return `${fen < 0 ? '-' : ''}${whole}.${String(Math.abs(fen) % 100).padStart(2, '0')}`;
}

/** `003:20` and `statute:社会保险法 第五十四条` → words of where a rule comes from. */
export function sourceInWords(source: string | null): string {
  if (source === null) return '系统核对';
  if (source === 'product') return '本系统的核对规则';
  if (source.startsWith('statute:')) return source.slice('statute:'.length);
  const [document = '', row = ''] = source.split(':');
  return `办事指南 ${document}${row === '' ? '' : `，第 ${row} 行`}`;
}
