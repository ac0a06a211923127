/** A settlement while it is typed: amounts as text, in yuan. Pure. */
import type { OfficerCaseView } from '@yiban/shared-types/agency';
import type { ProblemDetail } from '@yiban/shared-types/problems';
import { fenFromText, textFromFen } from '../ui/money-text';
import type { SettledLine } from './office-api';

export interface TypedLine {
  readonly category: string;
  readonly name: string;
  readonly claimed: string;
  readonly approved: string;
  readonly reason: string;
  /** The amount is the platform's: it is not typed. */
  readonly exact: boolean;
}

/** A line per category: as it was settled before, where the case was sent back; else what data say it comes to. */
export function emptySettlement({ settlementCategories, settlement }: OfficerCaseView): readonly TypedLine[] {
  return settlementCategories.map(({ id, name, amount, exact }) => {
    const known = amount === null ? '' : textFromFen(amount);
    const before = exact ? undefined : settlement?.lines.find(({ category }) => category === name);
    return {
      category: id,
      name,
      claimed: before === undefined ? known : textFromFen(before.claimed),
      approved: before === undefined ? known : textFromFen(before.approved),
      reason: before?.reason ?? '',
      exact,
    };
  });
}

/** True when less is approved than claimed: a reason is then asked for. */
export function isCut({ claimed, approved }: TypedLine): boolean {
  return (fenFromText(approved) ?? Infinity) < (fenFromText(claimed) ?? 0);
}

export function totalOf(lines: readonly TypedLine[], column: 'claimed' | 'approved'): number {
  return lines.reduce((sum, line) => sum + (fenFromText(line[column]) ?? 0), 0);
}

/** What is wrong with each line, by category; empty when it can be sent. */
export function faultsOf(lines: readonly TypedLine[]): ReadonlyMap<string, string> {
  const faults = new Map<string, string>();
  for (const line of lines.filter(isTyped)) {
    const claimed = fenFromText(line.claimed);
    const approved = fenFromText(line.approved);
    if (claimed === null) faults.set(line.category, '申报金额请只填数字，例如 1234.50。');
    else if (approved === null) faults.set(line.category, '请填核定金额，不支付的填 0。');
    else if (approved > claimed) faults.set(line.category, '核定金额不能超过申报金额。');
    else if (approved < claimed && line.reason.trim() === '')
      faults.set(line.category, '核减的要写明理由，申请人会看到。');
  }
  return faults;
}

/** The lines to send: those that something was typed in. Call it when there are no faults. */
export function settledLines(lines: readonly TypedLine[]): readonly SettledLine[] {
  return lines.filter(isTyped).map(({ category, claimed, approved, reason }) => ({
    category,
    claimed: fenFromText(claimed) ?? 0,
    approved: fenFromText(approved) ?? 0,
    ...(reason.trim() === '' ? {} : { reason: reason.trim() }),
  }));
}

/** The server's faults by category: its pointers count the lines that were sent. */
export function faultsFrom(errors: readonly ProblemDetail[], lines: readonly TypedLine[]): ReadonlyMap<string, string> {
  const sent = lines.filter(isTyped);
  return new Map(
    errors.flatMap(({ pointer, message }): [string, string][] => {
      const line = sent[Number(/^\/settlement\/(\d+)/.exec(pointer)?.[1] ?? -1)];
      return line === undefined ? [] : [[line.category, message]];
    }),
  );
}

function isTyped({ claimed, approved }: TypedLine): boolean {
  return claimed.trim() !== '' || approved.trim() !== '';
}
