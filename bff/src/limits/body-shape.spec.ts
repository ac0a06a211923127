import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isMalformed } from './body-shape.js';

test('what a form looks like passes, at any place of it', () => {
  assert.equal(isMalformed({ form: { receipts: [{ uploads: ['a'] }] }, version: 1 }, 24), false);
  for (const plain of [undefined, null, 'x', 1, [], {}, Buffer.from('x')]) assert.equal(isMalformed(plain, 24), false);
});

test('a hundred thousand lists in one another are refused, without a stack that overflows', () => {
  let deep: unknown = [];
  for (let i = 0; i < 100_000; i += 1) deep = [deep];
  assert.equal(isMalformed({ form: deep }, 24), true);
});

test('names that objects inherit are refused wherever they stand', () => {
  for (const name of ['constructor', '__proto__', 'prototype'])
    for (const text of [`{"${name}":{}}`, `{"a":[{"b":{"${name}":1}}]}`])
      assert.equal(isMalformed(JSON.parse(text), 24), true, text);
});
