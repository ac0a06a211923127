import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { CatalogueService } from './catalogue.service.js';
import { references } from './item-page.js';

const catalogue = CatalogueService.load(path.join(import.meta.dirname, '../../catalogue'));
const everyPage = catalogue
  .regions()
  .flatMap(({ code }) => catalogue.list(code).map(({ id }) => catalogue.page(code, id)));

const disclosureElements = [
  '事项名称', '事项简述', '办理材料', '办理方式', '办理时限', '结果送达', '收费依据及标准', '办事时间',
  '办理机构及地点', '咨询查询途径', '监督投诉渠道',
]; // prettier-ignore

test('a list has the fixed shape of api.md', () => {
  const item = catalogue.list('620000').find(({ id }) => id === 'remote-retiree');
  assert.deepEqual(
    { ...item, summary: '', lifeEvents: {}, beginsEnrolment: false },
    {
      id: 'remote-retiree',
      name: '异地安置退休人员备案',
      code: '622036004001',
      group: '基本医疗保险参保人员异地就医备案',
      applicants: ['person'],
      mode: 'on-application',
      timeLimit: { immediate: true },
      statutoryLimit: { workingDays: 10 },
      summary: '',
      lifeEvents: {},
      beginsEnrolment: false,
    },
  );
});

test('a limit by case tells its cases in words and keeps its conditions', () => {
  assert.deepEqual(catalogue.page('620000', 'employee-enrolment').timeLimit, {
    cases: [
      { when: '灵活就业人员', immediate: true },
      { when: '在职职工', workingDays: 5 },
    ],
  });
});

test('every page has the eleven elements, in words', () => {
  for (const { id, region, disclosure } of everyPage) {
    assert.deepEqual(Object.keys(disclosure), disclosureElements, `${id} ${region}`);
    for (const [element, text] of Object.entries(disclosure)) assert.ok(text.length > 2, `${id} ${region} ${element}`);
  }
});

test('every page has the fields of api.md', () => {
  for (const page of everyPage) {
    for (const field of [
      'stages',
      'materials',
      'basis',
      'channels',
      'process',
      'disclosure',
      'form',
      'sources',
      'statutoryLimit',
    ]) {
      assert.ok(field in page, `${page.id} ${field}`);
    }
    for (const { id, name, anyOf, required } of page.materials) {
      assert.ok(id !== '' && name !== '' && anyOf.length > 0);
      assert.ok(typeof required === 'boolean' || required.when !== '');
      for (const { kind } of anyOf)
        assert.ok(['credential', 'photo', 'generated', 'commitment', 'data'].includes(kind));
    }
  }
});

test('every fact of a page names a seed that exists, the statute, or this product', () => {
  const documents = new Set([
    '000_4deb04759533fa90.txt',
    '001_b5c569f163b4b3c8.txt',
    '003_0a79226fc910f612.txt',
    '004_7d21e846ea086855.txt',
    'statute',
    'product',
  ]);
  for (const { id, sources } of everyPage) {
    for (const { document, field, row } of sources) {
      assert.ok(documents.has(document), `${id} ${field} ${document}`);
      assert.ok(document === 'product' || row !== '', `${id} ${field} has no row`);
    }
  }
});

test('sources are written as the file and the row', () => {
  assert.deepEqual(references({ name: '003:8,30', limit: 'statute:社会保险经办条例 第六条', hours: 'product' }), [
    { field: 'name', document: '003_0a79226fc910f612.txt', row: '8' },
    { field: 'name', document: '003_0a79226fc910f612.txt', row: '30' },
    { field: 'limit', document: 'statute', row: '社会保险经办条例 第六条' },
    { field: 'hours', document: 'product', row: '' },
  ]);
});

test('the page of a registration has its materials with their alternatives', () => {
  const { materials } = catalogue.page('620000', 'remote-retiree');
  assert.deepEqual(
    materials.map(({ id, anyOf }) => [id, anyOf.map(({ kind }) => kind)]),
    [
      ['identity', ['credential']],
      ['registration-form', ['generated']],
      ['settlement-proof', ['photo', 'commitment']],
    ],
  );
  const letter = materials[2]?.anyOf[1]?.letter;
  assert.equal(letter?.length, 3);
});

test('a query has no form, and an item for the hall says what to bring', () => {
  assert.equal(catalogue.page('620000', 'person-enrolment-query').form, null);
  assert.match(catalogue.page('620000', 'aid-reimbursement').onSite ?? '', /要带/);
  assert.ok(catalogue.page('620000', 'aid-reimbursement').form);
});

test('what one reader gets, no reader can change', () => {
  const page = catalogue.page('620000', 'remote-retiree');
  assert.throws(() => Object.assign(page.stages, { 0: '办结' }), TypeError);
});
