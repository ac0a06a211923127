import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fenOfYuan, wireDate, wireIdType, wireMoney, wireText } from './wire-values.js';

test('yuan become fen exactly', () => {
  assert.equal(fenOfYuan('0.29'), 29);
  assert.equal(fenOfYuan('1234.5'), 123450);
  assert.equal(fenOfYuan('19.99'), 1999);
  assert.equal(fenOfYuan('-0.01'), -1);
  assert.equal(fenOfYuan('5000.00'), 500000);
  assert.equal(fenOfYuan('8.1500'), 815);
});

test('what is not an amount of whole fen is refused, not rounded', () => {
  for (const text of ['1.005', 'NaN', '1e3', '', '１２', '1,000.00']) assert.equal(fenOfYuan(text), undefined, text);
  assert.equal(wireMoney.safeParse('abc').success, false);
});

test('codes are taken as text or number, and nothing in three spellings', () => {
  assert.equal(wireText.parse(0), '0');
  assert.equal(wireText.parse('-1'), '-1');
  assert.equal(wireText.parse(null), '');
  assert.equal(wireText.parse(undefined), '');
  assert.equal(wireIdType.parse('1'), '01');
  assert.equal(wireIdType.parse('17'), '17');
  assert.equal(wireDate.parse('2020-01-02 00:00:00'), '2020-01-02');
  assert.equal(wireDate.parse(''), null);
});
