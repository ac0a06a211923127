import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MessageIds } from './message-id.js';

const noon = new Date('2026-11-25T04:00:00.000Z');

test('an id is institution, Shanghai time and sequence, 30 characters', () => {
  const id = new MessageIds('H62000000001', () => 37).next(noon);
  assert.equal(id, 'H62000000001202611251200003700');
  assert.equal(id.length, 30);
});

test('no id comes twice, even when a second is used up or the clock is set back', () => {
  const ids = new MessageIds('H62000000001', () => 0);
  const seen = new Set<string>();
  for (let i = 0; i < 2500; i++) seen.add(ids.next(noon));
  for (let i = 0; i < 500; i++) seen.add(ids.next(new Date(noon.getTime() - 3_600_000)));
  assert.equal(seen.size, 3000);
});

test('a hundred processes of one institution do not meet within a second', () => {
  const seen = new Set<string>();
  for (let instance = 0; instance < 100; instance++) {
    const ids = new MessageIds('H62000000001', () => instance);
    for (let i = 0; i < 100; i++) seen.add(ids.next(noon));
  }
  assert.equal(seen.size, 10_000);
});
