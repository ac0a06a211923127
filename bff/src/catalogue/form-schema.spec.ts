import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Validator, type Schema } from '@cfworker/json-schema';
import { questionFile, type QuestionFile } from './question-file.js';
import { formSchema } from './form-schema.js';

const question = (kind: string, more: object = {}): QuestionFile =>
  questionFile.parse({ id: 'answer', kind, label: '问', term: '项', ...more });
const options = [
  { value: 'a', label: '甲' },
  { value: 'b', label: '乙' },
];
const receipt = {
  code: '62060125',
  number: '0012345678',
  checkCode: 'a1B2c3',
  payer: '王芳',
  date: '2026-10-08',
  total: 123_456,
  hospital: '兰州市妇幼保健院',
  uploads: ['0199a8b0-0000-7000-8000-000000000001'],
};

/** kind, what is right, what is wrong. */
const answers: readonly (readonly [QuestionFile, right: readonly unknown[], wrong: readonly unknown[]])[] = [
  [question('text', { maxLength: 5 }), ['长江路'], ['', '长江西路一百号', 5]],
  [question('multiline'), ['第一行\n第二行'], ['', '长'.repeat(501)]],
  [question('name'), ['王芳', '买买提·艾力', "O'Neill, Mary", '𠮷野'], ['王', '王芳2', '<b>']],
  [question('phone'), ['13800000000', '0931-8888888', '02088888888'], ['23800000000', '1380000000', '110']],
  [question('id-number'), ['11010519491231002X'], ['11010519491231002x', '110105194912310', '1101051949123100XX']],
  [question('credit-code'), ['91350100M000100Y43'], ['91350100M000100YO3', '91350100M000100Y4']],
  [question('date'), ['2026-02-28'], ['2026-02-30', '2026-2-3', '昨天']],
  [question('month'), ['2026-02'], ['2026-13', '2026-2']],
  [question('choice', { options }), ['a'], ['c', null]],
  [question('choices', { options }), [['a'], ['a', 'b']], [[], ['a', 'a'], ['c'], 'a']],
  [question('yes-no'), [true, false], ['true', 1]],
  [
    question('division'),
    [{ code: '340104', name: '安徽省 合肥市 蜀山区' }],
    [{ code: '3401', name: '合肥' }, '340104', { code: '340104' }],
  ],
  [question('money', { minimum: 1 }), [1, 123_456], [0, 0.5, '12', -1, 1_000_000_000]],
  [question('number', { minimum: 1, maximum: 9 }), [1, 9], [0, 10, 1.5, '2']],
  [question('bank-card'), ['6222021234567890123'], ['6222 0212', '62220212']],
  [
    question('receipts'),
    [[receipt], [receipt, { ...receipt, code: '', checkCode: '', number: '26117000000123456789' }]],
    [[], [{ ...receipt, total: 12.5 }], [{ ...receipt, code: '12' }], [{ number: '1' }]],
  ],
  [question('registration'), ['RLOC6200000000000001'], ['']],
];

for (const [asked, right, wrong] of answers) {
  test(`an answer of kind ${asked.kind} is told right from wrong`, () => {
    const schema: Schema = formSchema([asked]);
    const valid = (answer: unknown) => new Validator(schema, '2020-12').validate({ answer }).valid;
    for (const answer of right) assert.ok(valid(answer), JSON.stringify(answer));
    for (const answer of wrong) assert.ok(!valid(answer), JSON.stringify(answer));
  });
}

test('only questions that are always asked are required', () => {
  const schema = formSchema([
    question('text', { id: 'always' }),
    question('text', { id: 'sometimes', when: { '==': [1, 1] } }),
    question('text', { id: 'optional', required: false }),
  ]);
  assert.deepEqual(schema['required'], ['always']);
  assert.equal(schema['additionalProperties'], false);
  assert.equal(schema['$schema'], 'https://json-schema.org/draft/2020-12/schema');
});

test('the term, the hint and the default go with the schema', () => {
  const { properties } = formSchema([question('yes-no', { hint: '说明', default: false })]);
  assert.deepEqual(properties, { answer: { title: '项', description: '说明', type: 'boolean', default: false } });
});
