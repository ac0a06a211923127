import assert from 'node:assert/strict';
import { test } from 'node:test';
import { documentNoOf, originOf } from './origin.js';

test('a document that is no ID card tells where its holder comes from', () => {
  assert.deepEqual(['04', '05', '06', '17'].map(originOf), Array(4).fill('hong-kong-macao-taiwan'));
  assert.deepEqual(['07', '08'].map(originOf), ['foreign', 'foreign']);
  // Soldiers have papers of their own.
  assert.deepEqual(['01', '02'].map(originOf), ['mainland', 'mainland']);
});

test('a form is begun with the number of that document, never with that of an ID card', () => {
  assert.equal(documentNoOf('08', 'C01X00T47'), 'C01X00T47');
  assert.equal(documentNoOf('01', '620100195503080027'), null);
});
