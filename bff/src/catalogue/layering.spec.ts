import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { loadCatalogue } from './catalogue.loader.js';

const { regions, base } = loadCatalogue(path.join(import.meta.dirname, '../../catalogue'));
const item = (region: string, id: string) => {
  const found = regions.get(region)?.items.get(id);
  assert.ok(found, `${id} in ${region}`);
  return found;
};

test('a field that the region gives replaces the base’s, with its source', () => {
  const gansu = item('620000', 'unit-enrolment');
  assert.deepEqual(gansu.timeLimit, { workingDays: 5 });
  assert.equal(gansu.sources['timeLimit'], '001:1');
  assert.deepEqual(item('340000', 'unit-enrolment').timeLimit, { immediate: true });
  assert.equal(item('340000', 'unit-enrolment').sources['timeLimit'], '003:1');
});

test('a field that the region does not give is the base’s', () => {
  const shared = base.find(({ id }) => id === 'remote-worker');
  assert.deepEqual(item('140825', 'remote-worker').materials, shared?.materials);
});

test('a region may say that it states no limit', () => {
  assert.equal(item('620000', 'institution-designation').timeLimit, null);
  assert.deepEqual(item('140825', 'institution-designation').timeLimit, { workingDays: 30 });
});

test('the statutes of the base stand after what the region’s seed cites', () => {
  const { basis } = item('620000', 'remote-retiree');
  assert.deepEqual(
    basis.map(({ source }) => source),
    ['001:12', '001:12', '001:12', 'statute:社会保险经办条例 第六条', 'statute:医保发〔2022〕22号'],
  );
});

test('notes of base and region add up', () => {
  const { notes } = item('620000', 'unit-enrolment');
  assert.deepEqual(
    notes.map(({ source }) => source),
    ['001:1', '003:1', '003:1'],
  );
});

test('diseases come from the region’s own list', () => {
  const disease = item('140825', 'chronic-disease').questions.find(({ id }) => id === 'disease');
  assert.ok(disease?.options?.some(({ value, label }) => value === 'M03900' && label === '高血压'));
});
