import type { Fen } from '@yiban/shared-types/values';

/** 123450 → 「1,234.50 元」. */
export function shownMoney(fen: Fen): string {
  const sign = fen < 0 ? '-' : '';
  const whole = String(Math.trunc(Math.abs(fen) / 100)).replace(/\B(?=(\d{3})+$)/g, ',');
  return `${sign}${whole}.${String(Math.abs(fen) % 100).padStart(2, '0')} 元`;
}
