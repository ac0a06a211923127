import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Answers } from '@yiban/shared-types/cases';
import { answersAsRows, type AnsweredQuestion } from './answers-as-rows.js';

const registering = { '==': [{ var: 'form.purpose' }, 'register'] };
const questions: readonly AnsweredQuestion[] = [
  {
    id: 'purpose',
    kind: 'choice',
    term: '办理类型',
    ask: false,
    default: 'register',
    options: [
      { value: 'register', label: '新办备案' },
      { value: 'cancel', label: '取消备案' },
    ],
  },
  {
    id: 'registration',
    kind: 'registration',
    term: '要取消的备案',
    when: { '==': [{ var: 'form.purpose' }, 'cancel'] },
  },
  { id: 'destination', kind: 'division', term: '居住地', when: registering },
  { id: 'address', kind: 'text', term: '详细住址', personal: true, when: registering },
  { id: 'since', kind: 'date', term: '居住开始日期', when: registering },
  { id: 'child', kind: 'name', term: '新生儿姓名' },
  { id: 'childId', kind: 'id-number', term: '证件号码' },
  { id: 'phone', kind: 'phone', term: '联系电话' },
  { id: 'wage', kind: 'money', term: '月平均工资' },
  { id: 'twins', kind: 'yes-no', term: '多胞胎' },
  {
    id: 'grounds',
    kind: 'choices',
    term: '情形',
    options: [
      { value: 'a', label: '难产' },
      { value: 'b', label: '剖宫产' },
    ],
  },
  { id: 'card', kind: 'bank-card', term: '银行账号' },
  { id: 'receipts', kind: 'receipts', term: '收费票据' },
];
const receipt = {
  code: '',
  number: '0012345678',
  checkCode: 'abc123',
  payer: '张秀英',
  hospital: '新绛县人民医院',
  uploads: [],
};
const form: Answers = {
  purpose: 'register',
  destination: { code: '340104', name: '安徽省 合肥市 蜀山区' },
  address: '长江西路 669 号',
  since: '2025-03-01',
  child: '李小宝',
  childId: '620102202611011234',
  phone: '13800001234',
  wage: 523_450,
  twins: false,
  grounds: ['a', 'b'],
  card: '6217991710001234567',
  receipts: [
    { ...receipt, date: '2026-10-08', total: 123_450 },
    { ...receipt, code: '14060126', number: '2', date: '2026-10-09', total: 50 },
  ],
};

describe('answers as rows', () => {
  it('stand in the order asked, as people write them', () => {
    const rows = answersAsRows(questions, form, { form });
    assert.deepEqual(
      rows.map(({ term, shown }) => [term, shown]),
      [
        ['办理类型', '新办备案'],
        ['居住地', '安徽省 合肥市 蜀山区'],
        ['详细住址', '长江西路 669 号'],
        ['居住开始日期', '2025年3月1日'],
        ['新生儿姓名', '李小宝'],
        ['证件号码', '620102202611011234'],
        ['联系电话', '13800001234'],
        ['月平均工资', '5,234.50 元'],
        ['多胞胎', '否'],
        ['情形', '难产、剖宫产'],
        ['银行账号', '6217 9917 1000 1234 567'],
        ['收费票据', '2 张，合计 1,235.00 元'],
      ],
    );
    assert.deepEqual(rows.at(-1)?.table?.rows, [
      ['—', '0012345678', '2026年10月8日', '新绛县人民医院', '1,234.50'],
      ['14060126', '2', '2026年10月9日', '新绛县人民医院', '0.50'],
    ]);
  });

  it('are masked for screens', () => {
    const shown = new Map(answersAsRows(questions, form, { form }, true).map((row) => [row.term, row.shown]));
    assert.equal(shown.get('新生儿姓名'), '李*宝');
    assert.equal(shown.get('证件号码'), '6201**********1234');
    assert.equal(shown.get('联系电话'), '138****1234');
    assert.equal(shown.get('银行账号'), '**** 4567');
    assert.equal(shown.get('详细住址'), '长江西路 ****');
    assert.equal(shown.get('居住地'), '安徽省 合肥市 蜀山区');
  });

  it('leave out what was not to be answered or was left empty', () => {
    const cancelling = { ...form, purpose: 'cancel', registration: 'R1', phone: ' ', wage: null, receipts: [] };
    const person = { registrations: [{ id: 'R1', kind: '1', begin: '2026-03-01' }] };
    const rows = answersAsRows(questions, cancelling, { form: cancelling, person });
    const terms = new Set(rows.map((row) => row.term));
    for (const term of ['居住地', '联系电话', '月平均工资', '收费票据']) assert.ok(!terms.has(term), term);
    assert.equal(
      rows.find((row) => row.term === '要取消的备案')?.shown,
      '异地安置退休人员备案（2026年3月1日起，编号 R1）',
    );
  });

  it('tell a registration by its number when the platform could not be asked', () => {
    const cancelling = { purpose: 'cancel', registration: 'R1' };
    const rows = answersAsRows(questions, cancelling, { form: cancelling });
    assert.equal(rows.find((row) => row.term === '要取消的备案')?.shown, 'R1');
  });

  it('say the default of a question that nobody is asked, and of no other', () => {
    const [first, ...rest] = answersAsRows(questions.slice(0, 1), {}, { form: {} });
    assert.deepEqual([first, rest], [{ term: '办理类型', shown: '新办备案' }, []]);
    assert.deepEqual(answersAsRows([{ id: 'x', kind: 'text', term: '备注', default: '无' }], {}, { form: {} }), []);
  });
});
