import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { firstMoment } from './quiet-hours.js';

const night = { from: '21:00', until: '08:00' };
const shanghai = (time: string): Date => new Date(`${time}+08:00`);

test('what happens at night is told at eight in the morning, on either side of midnight', () => {
  for (const [at, told] of [
    ['2026-11-25T21:00:00', '2026-11-26T08:00:00'],
    ['2026-11-25T23:59:59', '2026-11-26T08:00:00'],
    ['2026-11-26T00:00:00', '2026-11-26T08:00:00'],
    ['2026-11-26T07:59:59', '2026-11-26T08:00:00'],
    ['2026-12-31T22:30:00', '2027-01-01T08:00:00'],
  ] as const)
    assert.deepEqual(firstMoment(shanghai(at), night), shanghai(told), at);
});

test('what happens by day is told at once', () => {
  for (const at of ['2026-11-25T08:00:00', '2026-11-25T12:00:00', '2026-11-25T20:59:59'])
    assert.deepEqual(firstMoment(shanghai(at), night), shanghai(at), at);
});

test('quiet hours within one day, and none at all', () => {
  const noon = { from: '12:00', until: '14:00' };
  assert.deepEqual(firstMoment(shanghai('2026-11-25T12:30:00'), noon), shanghai('2026-11-25T14:00:00'));
  assert.deepEqual(firstMoment(shanghai('2026-11-25T22:00:00'), noon), shanghai('2026-11-25T22:00:00'));
  const none = { from: '00:00', until: '00:00' };
  assert.deepEqual(firstMoment(shanghai('2026-11-25T03:00:00'), none), shanghai('2026-11-25T03:00:00'));
});

test('at any moment and for any hours: never before now, within a day, and at a moment that is not quiet', () => {
  const time = fc
    .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
    .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'));
  const now = fc.date({ min: new Date('2020-01-01'), max: new Date('2030-01-01'), noInvalidDate: true });
  fc.assert(
    fc.property(now, time, time, (at, from, until) => {
      const told = firstMoment(at, { from, until });
      assert.ok(told >= at && told.getTime() - at.getTime() <= 86_400_000);
      assert.deepEqual(firstMoment(told, { from, until }), told);
    }),
  );
});
