import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PaymentYear } from '../gateways/insurance-platform/platform-records.js';
import { certificatePeriods } from './certificate-periods.js';

const year = (name: string, months: number, insutype = '310'): PaymentYear => ({
  year: name,
  insutype,
  months,
  base: 0,
  personal: 0,
  employer: 0,
  subsidy: 0,
  status: 'paid',
});
const shown = (...years: readonly PaymentYear[]): readonly string[] =>
  certificatePeriods(years, []).map(({ from, until, months }) => `${from}–${until} ${months}`);

test('full years that follow one another are one period', () => {
  assert.deepEqual(shown(year('2024', 12), year('2023', 12), year('2025', 12), year('2026', 11)), [
    '2023-01–2026-11 47',
  ]);
});

test('a gap, an incomplete year or another insurance begins a new period', () => {
  assert.deepEqual(shown(year('2021', 12), year('2023', 12)), ['2021-01–2021-12 12', '2023-01–2023-12 12']);
  assert.deepEqual(shown(year('2023', 8), year('2024', 12)), ['2023-01–2023-08 8', '2024-01–2024-12 12']);
  assert.equal(shown(year('2023', 12), year('2024', 12, '390')).length, 2);
});

test('a year without payment is no period', () => {
  assert.deepEqual(shown(year('2023', 0)), []);
});
