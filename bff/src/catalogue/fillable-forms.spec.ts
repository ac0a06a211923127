/** Every form of every region can be filled in: some right answer exists, and no rule or condition trips over it. */
import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { Validator, type Schema } from '@cfworker/json-schema';
import type { Answer } from '@yiban/shared-types/cases';
import { tableFacts } from '../cases/table-rows.js';
import type { QuestionFile } from './question-file.js';
import { loadCatalogue } from './catalogue.loader.js';
import { holds, valueOf } from './conditions.js';
import { columnQuestion, formSchema } from './form-schema.js';

const { regions } = loadCatalogue(path.join(import.meta.dirname, '../../catalogue'));

/** A right answer of each kind. */
function answerTo({ kind, options = [], columns = [], minimum = 1, default: given }: QuestionFile): Answer {
  if (given !== undefined) return given;
  switch (kind) {
    case 'name':
      return '赵秀兰';
    case 'phone':
      return '13800000000';
    case 'id-number':
      return '11010519491231002X';
    case 'credit-code':
      return '91350100M000100Y43';
    case 'date':
      return '2026-10-08';
    case 'month':
      return '2026-10';
    case 'choice':
      return options[0]?.value ?? '';
    case 'choices':
      return options.slice(0, 1).map(({ value }) => value);
    case 'yes-no':
      return true;
    case 'division':
      return { code: '110105', name: '北京市 朝阳区' };
    case 'money':
    case 'number':
      return Math.max(minimum, 1);
    case 'bank-card':
      return '6222021234567890128';
    case 'receipts':
      return [{ code: '62060125', number: '0012345678', checkCode: '', payer: '赵秀兰', date: '2026-10-08', total: 100, hospital: '医院', uploads: [] }]; // prettier-ignore
    case 'table':
      return [Object.fromEntries(columns.map((column) => [column.id, answerTo(columnQuestion(column))]))];
    case 'text':
    case 'multiline':
    case 'registration':
      return '内容';
  }
}

const person = {
  name: '赵秀兰', phone: '13800000000', division: '620102', insurance: 'employee', insuranceStatus: 'active', insuredSince: '2020-01-01',
  maternityInsured: true, retired: true, accountBalance: 600_000, aidObject: true, registrations: [], chronicDiseases: [], sharedRecords: [],
}; // prettier-ignore

test('someone with a false commitment on record still has a way for every material', () => {
  for (const { region, items } of regions.values()) {
    const facts = { proxy: true, person: { ...person, falseCommitment: true }, region, form: {} };
    for (const { id, materials } of items.values()) {
      for (const material of materials) {
        const ways = material.anyOf.filter(({ kind, when }) => kind !== 'data' && holds(when, facts));
        const byData = material.anyOf.some((way) => way.kind === 'data' && holds(way.condition, facts));
        assert.ok(ways.length > 0 || byData, `${material.id} of ${id} in ${region.code}`);
      }
    }
  }
});

for (const { region, items } of regions.values()) {
  for (const item of items.values()) {
    test(`the form of ${item.id} in ${region.code} can be filled in`, () => {
      const form = Object.fromEntries(item.questions.map((question) => [question.id, answerTo(question)]));
      const schema: Schema = formSchema(item.questions);
      const { valid, errors } = new Validator(schema, '2020-12').validate(form);
      assert.ok(valid, JSON.stringify(errors));

      const tables = item.questions.filter(({ kind }) => kind === 'table');
      const facts = {
        today: '2026-11-25', proxy: false, person, region, form, materials: {},
        receipts: { count: 1, total: 100, firstDate: '2026-10-08', lastDate: '2026-10-08', payers: ['赵秀兰'] },
        settlement: { claimed: 100, approved: 100 }, unit: { name: item.applicants.includes('person') ? null : '单位' },
        tables: Object.fromEntries(tables.map((question) => [question.id, tableFacts(question, form[question.id] ?? null)])),
      }; // prettier-ignore
      const blocking = item.rules.filter(
        ({ effect, when, rule, pointer }) =>
          effect === 'blocks' && holds(when, facts) && !holds(rule, facts) && pointer !== '/form/month',
      );
      assert.deepEqual(
        blocking.map(({ id }) => id),
        [],
      );
      for (const material of item.materials) {
        if (typeof material.required === 'object') holds(material.required.condition, facts);
        assert.ok(
          material.anyOf.some(({ when }) => holds(when, facts)),
          `${material.id} can be met by something`,
        );
      }
      for (const { operation, when, fields } of item.upstream) {
        if (!holds(when, facts)) continue;
        for (const [field, value] of Object.entries(fields)) {
          const sent = valueOf(value, facts);
          assert.ok(
            sent === null || ['string', 'number', 'boolean'].includes(typeof sent),
            `${operation}.${field} is ${typeof sent}`,
          );
        }
      }
    });
  }
}
