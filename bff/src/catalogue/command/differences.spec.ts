import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { loadCatalogue } from '../catalogue.loader.js';
import { differences } from './differences.js';
import { collectedNotes } from './notes.js';
import { offerings } from './offering.js';
import { sideBySide } from './side-by-side.js';

const data = loadCatalogue(path.join(import.meta.dirname, '../../../catalogue'));
const region = (code: string) => {
  const found = data.regions.get(code);
  assert.ok(found);
  return found;
};

test('a different limit is told with both values and their sources', () => {
  const found = differences(region('620000'), region('140825'));
  assert.deepEqual(
    found.find(({ of, field }) => of === 'unit-enrolment' && field === 'timeLimit'),
    { of: 'unit-enrolment', field: 'timeLimit', left: ['5 个工作日', '〔001:1〕'], right: ['即时办结', '〔004:1〕'] },
  );
});

test('an item that only one region offers is told', () => {
  const found = differences(region('620000'), region('140825')).filter(({ field }) => field === 'offered');
  assert.deepEqual(found, [
    { of: 'special-drug', field: 'offered', left: ['不办这一项'], right: ['基本医疗保险参保人员享受门诊特药待遇核定'] },
  ]);
});

test('a region does not differ from itself', () => {
  assert.deepEqual(differences(region('340000'), region('340000')), []);
});

test('what a region lacks is told with the reason and the file to write', () => {
  const gansu = offerings(data, 'bff/catalogue').find((one) => one.region === '620000');
  assert.equal(gansu?.offered, 29);
  assert.deepEqual(
    gansu?.missing.map(({ id }) => id),
    ['special-drug', 'contribution-base', 'aid-standard', 'aid-grant'],
  );
  assert.match(gansu?.missing[0]?.reason ?? '', /bff\/catalogue\/regions\/620000\/items\/special-drug\.yaml$/);
});

test('each note of the seeds stands once, with everything it touches', () => {
  const notes = collectedNotes(data);
  const texts = notes.map(({ source, found }) => `${source} ${found}`);
  assert.equal(new Set(texts).size, texts.length);
  const shifted = notes.find(({ source, found }) => source === '004:1' && found.includes('公开内容那一格'));
  assert.deepEqual(shifted?.items, ['unit-enrolment-change', 'employee-enrolment-change', 'resident-enrolment-change']);
  assert.deepEqual(shifted?.regions, ['140825']);
});

test('two texts stand beside each other, Chinese counted double', () => {
  assert.equal(
    sideBySide(['即时办结', '甲乙丙丁戊己庚辛壬癸'], ['5'], 31),
    '    即时办结     │ 5\n    甲乙丙丁戊己 │\n      庚辛壬癸   │',
  );
});
