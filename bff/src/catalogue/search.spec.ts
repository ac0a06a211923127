import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { CatalogueService } from './catalogue.service.js';
import { distanceInside } from './edit-distance.js';
import { everydayQuestions } from './everyday-questions.fixture.js';

const catalogue = CatalogueService.load(path.join(import.meta.dirname, '../../catalogue'));
const found = (question: string, region = '620000') => catalogue.search(region, question).map(({ id }) => id);

test('there are at least sixty everyday questions, and every item is asked for', () => {
  assert.ok(everydayQuestions.length >= 60);
  const asked = new Set(everydayQuestions.map(([, item]) => item));
  const all = new Set(catalogue.regions().flatMap(({ code }) => catalogue.list(code).map(({ id }) => id)));
  assert.deepEqual(
    [...all].filter((id) => !asked.has(id)),
    [],
  );
});

for (const [question, item, region] of everydayQuestions) {
  test(`「${question}」 finds ${item} among the first three`, () => {
    const first = found(question, region).slice(0, 3);
    assert.ok(first.includes(item), `found ${first.join(', ')}`);
  });
}

test('what nothing is meant by finds nothing', () => {
  assert.deepEqual(found('今天天气'), []);
  assert.deepEqual(found('？！'), []);
  assert.deepEqual(found('xqzwv'), []);
});

test('full width, spaces and capitals make no difference', () => {
  assert.deepEqual(found('Ｓｈｅｎｇｙｕ　jintie'), found('shengyujintie'));
});

test('an item of another region is not found', () => {
  assert.ok(!found('靶向药').includes('special-drug'));
});

test('the distance to a part of a text counts insertions, losses, substitutions and swaps', () => {
  const distance = (word: string, text: string) => distanceInside([...word], [...text]);
  assert.equal(distance('备案', '异地备案'), 0);
  assert.equal(distance('abcd', 'xxabdcxx'), 1);
  assert.equal(distance('abcd', 'xxabxcdxx'), 1);
  assert.equal(distance('abcd', 'xxacdxx'), 1);
  assert.equal(distance('abcd', 'xxabedxx'), 1);
  assert.equal(distance('abcd', ''), 4);
});
