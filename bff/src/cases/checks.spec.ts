import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Answers } from '@yiban/shared-types/cases';
import { baseItemFile, type BaseItemFile } from '../catalogue/catalogue-file.js';
import { check, type CheckSubject, type MaterialState } from './checks.js';

const item: BaseItemFile = baseItemFile.parse({
  id: 'some-item',
  offered: 'all',
  name: '某项备案',
  code: null,
  group: '某类',
  groupCode: null,
  agency: null,
  applicants: ['person'],
  mode: 'on-application',
  summary: '一句话',
  description: '几句话',
  eligibility: '谁都行',
  keywords: [],
  lifeEvents: {},
  timeLimit: { immediate: true },
  statutoryLimit: null,
  stages: ['申请', '受理', '审核', '办结'],
  reviews: ['first-review'],
  process: ['办'],
  channels: ['手机'],
  questions: [
    {
      id: 'kind',
      kind: 'choice',
      label: '哪一种？',
      term: '种类',
      options: [
        { value: 'a', label: '甲' },
        { value: 'b', label: '乙' },
      ],
    },
    { id: 'since', kind: 'date', label: '从哪天？', term: '开始日期', tense: 'past' },
    { id: 'extra', kind: 'text', label: '补充？', term: '补充', when: { '==': [{ var: 'form.kind' }, 'b'] } },
  ],
  materials: [
    { id: 'identity', name: '身份', anyOf: [{ id: 'credential', kind: 'credential', name: '医保电子凭证' }] },
    {
      id: 'proof',
      name: '证明',
      anyOf: [
        {
          id: 'book',
          kind: 'photo',
          name: '户口簿',
          paper: 'household-register',
          pages: ['首页', '本人页'],
          tip: '拍清楚',
        },
        {
          id: 'letter',
          kind: 'commitment',
          name: '承诺书',
          letter: 'x',
          when: { '!': { var: 'person.falseCommitment' } },
        },
      ],
    },
  ],
  rules: [
    {
      id: 'active',
      rule: { '==': [{ var: 'person.insuranceStatus' }, 'active'] },
      pointer: '/person',
      effect: 'refers',
      message: '状态不对',
      source: 'product',
    },
    {
      id: 'not-b',
      rule: { '!=': [{ var: 'form.kind' }, 'b'] },
      pointer: '/form/kind',
      effect: 'blocks',
      message: '乙不行',
      source: 'product',
    },
  ],
  upstream: [],
  settlement: [],
  basis: [],
  remarks: [],
  onSite: null,
  sources: { name: '003:1', timeLimit: '003:1', materials: '003:1' },
  notes: [],
});

const page = { received: true, findings: [] } as const;
const book: MaterialState = { alternative: 'book', uploads: [page, page], signed: false };
const right: Answers = { kind: 'a', since: '2026-01-02' };

function subject(changes: Partial<CheckSubject> & { person?: object } = {}): CheckSubject {
  const form = changes.form ?? right;
  const person = changes.person ?? { insuranceStatus: 'active', falseCommitment: false };
  return {
    item,
    form,
    materials: new Map([['proof', book]]),
    facts: { form, person, today: '2026-11-25', receipts: {}, materials: {} },
    platformKnown: true,
    usedReceipts: new Set(),
    today: '2026-11-25',
    unit: null,
    grant: null,
    insuredElsewhere: false,
    ...changes,
  };
}
const codes = (changes: Parameters<typeof subject>[0]): readonly string[] =>
  check(subject(changes)).errors.map(({ pointer, code }) => `${pointer} ${code}`);

test('everything that is missing is told at once', () => {
  assert.deepEqual(codes({ form: {}, materials: new Map() }), [
    '/form/kind missing',
    '/form/since missing',
    '/materials/proof missing',
  ]);
});

test('a question that is not asked with these answers is not missed, and is when it is asked', () => {
  assert.deepEqual(codes({}), []);
  assert.deepEqual(codes({ form: { ...right, kind: 'b' } }), ['/form/extra missing', '/form/kind not-b']);
});

test('a paper with one page too few, a photo still on its way and an unsigned letter are each said', () => {
  assert.deepEqual(codes({ materials: new Map([['proof', { ...book, uploads: [page] }]]) }), [
    '/materials/proof pages-missing',
  ]);
  assert.deepEqual(
    codes({ materials: new Map([['proof', { ...book, uploads: [page, { received: false, findings: [] }] }]]) }),
    ['/materials/proof upload-incomplete'],
  );
  assert.deepEqual(codes({ materials: new Map([['proof', { alternative: 'letter', uploads: [], signed: false }]]) }), [
    '/materials/proof signature-missing',
  ]);
});

test('who made a false commitment cannot choose a letter', () => {
  const letter: MaterialState = { alternative: 'letter', uploads: [], signed: true };
  assert.deepEqual(codes({ materials: new Map([['proof', letter]]) }), []);
  assert.deepEqual(
    codes({ materials: new Map([['proof', letter]]), person: { insuranceStatus: 'active', falseCommitment: true } }),
    ['/materials/proof missing'],
  );
});

test('an unmet rule that refers sends an immediate item to an officer, and says so', () => {
  const result = check(subject({ person: { insuranceStatus: 'paused', falseCommitment: false } }));
  assert.deepEqual(
    [result.ready, result.immediate, result.warnings.map(({ code }) => code)],
    [true, false, ['active']],
  );
  assert.equal(check(subject()).immediate, true);
});

test('with the platform away, rules about the person wait for an officer instead of failing', () => {
  const result = check(subject({ platformKnown: false, person: {} }));
  assert.deepEqual(
    [result.ready, result.immediate, result.warnings.map(({ code }) => code)],
    [true, false, ['platform-unavailable']],
  );
});

test('a photo that the check finds blurred is a warning, not an obstacle', () => {
  const result = check(
    subject({
      materials: new Map([['proof', { ...book, uploads: [page, { received: true, findings: ['blurred'] }] }]]),
    }),
  );
  assert.deepEqual([result.ready, result.warnings.map(({ code }) => code)], [true, ['photo-blurred']]);
});

test('papers of a unit or a proxy that nobody looked at yet send the case to an officer', () => {
  const said = (changes: Parameters<typeof subject>[0]): readonly string[] =>
    check(subject(changes)).warnings.map(({ code }) => code);
  const unit = { creditCode: '91340100MA2N0ABC1X', confirmed: false };
  assert.deepEqual(said({ unit }), ['unit-authority-unchecked']);
  assert.deepEqual(said({ unit: { ...unit, confirmed: true } }), []);
  assert.deepEqual(said({ grant: { confirmed: false } }), ['grant-unchecked']);
  assert.deepEqual(said({ grant: { confirmed: true } }), []);
});

test('a requirement is met by the whole of the way that was chosen, or by itself', () => {
  const met = (changes: Parameters<typeof subject>[0]) =>
    check(subject(changes)).requirements.map((one) => [one.material, one.met, one.given]);
  assert.deepEqual(met({}), [
    ['identity', true, true],
    ['proof', true, false],
  ]);
  for (const proof of [
    { ...book, uploads: [page] },
    { ...book, alternative: 'other' },
  ])
    assert.deepEqual(met({ materials: new Map([['proof', proof]]) })[1], ['proof', false, false]);
});

test('what is chosen is asked to be chosen, what is written to be filled in; an empty list is no answer', () => {
  const words = (form: Answers): readonly string[] => check(subject({ form })).errors.map(({ message }) => message);
  assert.deepEqual(words({ kind: 'b' }), ['请选择「开始日期」。', '请填写「补充」。', '乙不行']);
  assert.deepEqual(words({ since: '2026-01-02' }), ['请选择「种类」。']);
  assert.deepEqual(words({ ...right, kind: [] }), ['请选择「种类」。']);
});
