/** A settlement as a reviewer gives it. Pure. */
import type { Settlement, SettlementCategory, SettlementLine } from '@yiban/shared-types/cases';
import { problem } from '../../problems/problem.js';

export interface GivenLine {
  readonly category: string;
  readonly claimed: number;
  readonly approved: number;
  readonly reason?: string;
}

/** Throws `settlement-invalid`: an unknown category, more approved than claimed, or less without a reason. */
export function settlementOf(categories: readonly SettlementCategory[], given: readonly GivenLine[]): Settlement {
  const names = new Map(categories.map(({ id, name }) => [id, name]));
  const errors = given.flatMap(({ category, claimed, approved, reason }, i) => {
    const pointer = `/settlement/${i}`;
    if (!names.has(category)) return [{ pointer, code: 'unknown-category', message: '没有这一类费用。' }];
    const exact = categories.find((one) => one.id === category && one.exact);
    if (exact !== undefined && (claimed !== exact.amount || approved !== exact.amount))
      return [{ pointer, code: 'amount-not-exact', message: '这一类的金额以医保平台为准，不能改。' }];
    if (approved > claimed) return [{ pointer, code: 'approved-above-claimed', message: '核定金额不能超过申报金额。' }];
    if (approved < claimed && (reason ?? '').trim() === '')
      return [{ pointer, code: 'reason-missing', message: '核减的要写明理由。' }];
    return [];
  });
  if (given.length === 0) errors.push({ pointer: '/settlement', code: 'missing', message: '请先核定金额。' });
  if (new Set(given.map(({ category }) => category)).size !== given.length) {
    errors.push({ pointer: '/settlement', code: 'category-twice', message: '有一类费用填了两次。' });
  }
  if (errors.length > 0) throw problem('settlement-invalid', { errors });
  const lines = given.map(({ category, claimed, approved, reason }): SettlementLine => ({
    category: names.get(category) ?? category,
    claimed,
    approved,
    reason: reason ?? null,
  }));
  return {
    lines,
    claimed: sum(lines.map(({ claimed }) => claimed)),
    approved: sum(lines.map(({ approved }) => approved)),
  };
}

const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0);
