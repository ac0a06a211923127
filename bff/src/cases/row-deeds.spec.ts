import assert from 'node:assert/strict';
import { test } from 'node:test';
import { questionFile } from '../catalogue/question-file.js';
import { rowDeeds } from './row-deeds.js';

const people = questionFile.parse({
  id: 'people',
  kind: 'table',
  label: '哪些人',
  term: '名单',
  columns: [
    { id: 'name', term: '姓名', kind: 'name' },
    { id: 'wage', term: '工资', kind: 'money', required: false },
  ],
});
const rows = { table: 'people', field: 'psn_list', most: 2, columns: { name: 'psn_name', wage: 'clct_base' } };

test('rows go upstream some at a time, under the platform’s names, money in yuan', () => {
  const sent = rowDeeds(rows, people, [{ name: '甲', wage: 650_050 }, { name: '乙' }, { name: '丙', wage: 100 }]);
  assert.deepEqual(
    sent.map((one): unknown => JSON.parse(one)),
    [[{ psn_name: '甲', clct_base: '6500.50' }, { psn_name: '乙' }], [{ psn_name: '丙', clct_base: '1.00' }]],
  );
});

test('an empty table sends nothing', () => assert.deepEqual(rowDeeds(rows, people, []), []));
