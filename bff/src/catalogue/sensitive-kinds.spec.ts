import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { loadCatalogue } from './catalogue.loader.js';
import { sensitivePaper, sensitiveQuestion } from './sensitive-kinds.js';

const { base } = loadCatalogue(path.join(import.meta.dirname, '../../catalogue'));

test('illness, bank cards and receipts are asked for separately wherever a form asks for them', () => {
  const open = base.flatMap(({ id, questions }) =>
    questions
      .filter(({ id: question, kind }) => /disease|diagnosis$|accidentStory/.test(question) || kind === 'receipts')
      .filter((question) => sensitiveQuestion(question) !== 'medical-data')
      .map((question) => `${id} ${question.id}`),
  );
  assert.deepEqual(open, []);
  const cards = base.flatMap(({ questions }) => questions).filter(({ kind }) => kind === 'bank-card');
  assert.ok(cards.length > 5 && cards.every((card) => sensitiveQuestion(card) === 'bank-data'));
});

test('a picture is asked for by what stands on it, and one that tells nothing of a person is not', () => {
  assert.equal(sensitivePaper('medical-record'), 'medical-data');
  assert.equal(sensitivePaper('bank-card'), 'bank-data');
  assert.equal(sensitivePaper('household-register'), 'identity-papers');
  assert.equal(sensitivePaper('business-licence'), undefined);
});
