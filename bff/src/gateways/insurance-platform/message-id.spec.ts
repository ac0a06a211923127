import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MessageIds } from './message-id.js';

const noon = new Date('2026-11-25T04:00:00.000Z');

test('an id is institution, Shanghai time and sequence, 30 characters', () => {
  const id = new MessageIds('H62000000001', () => 3).next(noon);
  assert.equal(id, 'H62000000001202611251200003000');
  assert.equal(id.length, 30);
});

test('no id comes twice, even when a second is used up or the clock is set back', () => {
  const ids = new MessageIds('H62000000001', () => 0);
  const seen = new Set<string>();
  for (let i = 0; i < 2500; i++) seen.add(ids.next(noon));
  for (let i = 0; i < 500; i++) seen.add(ids.next(new Date(noon.getTime() - 3_600_000)));
  assert.equal(seen.size, 3000);
});
