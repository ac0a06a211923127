import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { PaperContent, ReadablePaper } from '@yiban/shared-types/reading';
import { amendedFindings } from './amended-findings.js';
import { linesOfText } from './lines-of-text.fixture.js';
import { readableAs, readPaper } from './read-paper.js';

const receipt = [
  '甘肃省医疗住院收费票据（电子）',
  '票据代码：62060119|票据号码：0012345678',
  '交款人统一社会信用代码：|校验码：a1b2c3',
  '交款人：张桂英|开票日期：2026-03-09',
  '项目名称|数量/单位|金额（元）|项目名称|数量/单位|金额（元）',
  '西药费|1.00/次|1000.00|床位费|1.00/次|200.00',
  '检查费|1.00/次|34.56|||',
  '金额合计（大写）壹仟贰佰叁拾肆元伍角陆分|（小写）￥1234.56',
  '医保统筹基金支付：834.56|其他支付：0.00|个人账户支付：100.00|个人现金支付：300.00',
  '个人自付：280.00|个人自费：20.00',
  '收款单位（章）：兰州市第一人民医院|复核人：王芳',
];
const changed = (rows: readonly string[], from: string, to: string): readonly string[] =>
  rows.map((row) => row.replace(from, to));
const read = (rows: readonly string[], asked: ReadablePaper, codes: readonly string[] = []) =>
  readPaper(linesOfText(rows, codes), asked);

/** Marks the values of a reading: `value` when sure, `value?` when not, null when not found. */
function shown(content: PaperContent): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(content)
      .filter(([name]) => !['kind', 'items'].includes(name))
      .map(([name, field]) => [
        name,
        field === null ? null : field.confidence === 'sure' ? field.value : `${field.value}?`,
      ]),
  );
}
const receiptOf = (rows: readonly string[], codes: readonly string[] = []) =>
  shown(read(rows, 'receipt', codes).content);

describe('reading a receipt', () => {
  test('a page without a word gives nothing, and is not what was asked for', () => {
    const reading = read([], 'receipt');
    assert.deepEqual(new Set(Object.values(shown(reading.content))), new Set([null]));
    assert.deepEqual(reading.findings, ['blurred']);
  });

  test('totals in figures and capitals that disagree are both unsure', () => {
    const { total, totalInCapitals } = receiptOf(changed(receipt, '1234.56', '1284.56'));
    assert.deepEqual([total, totalInCapitals], ['128456?', '123456?']);
  });

  test('a total without its capitals is unsure; capitals make up for dim figures', () => {
    assert.equal(receiptOf(changed(receipt, '壹仟贰佰叁拾肆元伍角陆分', '')).total, '123456?');
    assert.equal(receiptOf(changed(receipt, '1234.56', '1?2?3?4?.?5?6?')).total, 123456);
  });

  test('a total that has lost its point is not taken for a hundred times as much', () => {
    assert.equal(receiptOf(changed(receipt, '￥1234.56', '￥123456')).total, '123456?');
    assert.equal(receiptOf(changed(changed(receipt, '￥1234.56', '￥123456'), '壹仟', '壹')).total, null);
  });

  test('payments that do not add up to the total are unsure', () => {
    const { fund, account, cash } = receiptOf(changed(receipt, '834.56', '884.56'));
    assert.deepEqual([fund, account, cash], ['88456?', '10000?', '30000?']);
  });

  test('a dim character makes its value unsure, and only that', () => {
    const { code, number, payer } = receiptOf(changed(receipt, '0012345678', '00123456?78'));
    assert.deepEqual([code, number, payer], ['62060119', '0012345678?', '张桂英']);
  });

  test('a code or number of a wrong length is unsure', () => {
    assert.equal(receiptOf(changed(receipt, '62060119', '6206011')).code, '6206011?');
    assert.equal(receiptOf(changed(receipt, '0012345678', '001234567')).number, '001234567?');
    assert.equal(receiptOf(changed(receipt, 'a1b2c3', 'a1b2c')).checkCode, 'a1b2c?');
  });

  test('a date that does not exist is no date', () => {
    assert.equal(receiptOf(changed(receipt, '2026-03-09', '2026-02-30')).date, null);
  });

  test('where QR code and print disagree, the person looks', () => {
    const code = '01,62060119,0012345679,a1b2c3,20260309,1234.56';
    const { number, code: own, total } = receiptOf(receipt, [code]);
    assert.deepEqual([number, own, total], ['0012345679?', '62060119', 123456]);
  });

  test('the QR code makes up for print that cannot be read', () => {
    const code = '01,62060119,0012345678,a1b2c3,20260309,1234.56';
    const { code: own, number, checkCode, date, total } = receiptOf(receipt.slice(8), [code]);
    assert.deepEqual(
      [own, number, checkCode, date, total],
      ['62060119', '0012345678', 'a1b2c3', '2026-03-09', '123456?'],
    );
  });

  test('everything on a good one', () => {
    const reading = read(receipt, 'receipt');
    assert.deepEqual(shown(reading.content), {
      code: '62060119',
      number: '0012345678',
      checkCode: 'a1b2c3',
      payer: '张桂英',
      date: '2026-03-09',
      total: 123456,
      totalInCapitals: 123456,
      fund: 83456,
      account: 10000,
      cash: 30000,
      own: 28000,
      hospital: '兰州市第一人民医院',
    });
    assert.ok(reading.content.kind === 'receipt');
    assert.deepEqual(
      reading.content.items.map(({ name, amount }) => [name, amount]),
      [
        ['西药费', 100000],
        ['床位费', 20000],
        ['检查费', 3456],
      ],
    );
    assert.deepEqual([reading.findings, reading.legible, reading.looksLike], [[], true, 'receipt']);
  });

  test('a value that stands apart from its label', () => {
    assert.equal(receiptOf(changed(receipt, '票据代码：62060119', '票据代码：|62060119')).code, '62060119');
  });
});

describe('reading papers of a hospital', () => {
  test('a list’s dim total is sure when the amounts come to it, and unsure when not', () => {
    const list = [
      '住院费用清单',
      '姓名：李明|住院号：123',
      '项目|金额',
      '床位费|20.00',
      '护理费|12.50',
      '合计：3?2?.50元|',
    ];
    assert.deepEqual(shown(read(list, 'expense-list').content)['total'], 3250);
    assert.deepEqual(shown(read(changed(list, '12.50', '12.60'), 'expense-list').content)['total'], '3250?');
  });

  test('the diagnosis at discharge comes before that at admission', () => {
    const record = [
      '兰州市第一人民医院',
      '出院记录',
      '姓名：李明|性别：男|年龄：60岁',
      '入院日期：2026年3月1日|出院日期：2026年03月09日',
      '入院诊断：腹痛待查',
      '出院诊断：急性阑尾炎',
    ];
    assert.deepEqual(shown(read(record, 'medical-record').content), {
      name: '李明',
      diagnosis: '急性阑尾炎',
      admittedOn: '2026-03-01',
      dischargedOn: '2026-03-09',
      issuedOn: null,
      hospital: '兰州市第一人民医院',
    });
  });

  test('a name that was found together with what follows it ends where that begins', () => {
    const content = read(['诊断证明书', '姓名：欧阳建国性别：男年龄：60岁'], 'diagnosis-certificate').content;
    assert.equal(shown(content)['name'], '欧阳建国');
  });
});

describe('reading papers of identity', () => {
  const card = [
    '姓名|张桂英',
    '出生|1950年3月7日',
    '住址|甘肃省兰州市城关区解放路1号',
    '公民身份号码|620102195003078425',
  ];
  const idOf = (rows: readonly string[]) => shown(read(rows, 'identity-card').content);

  test('a number whose check character is wrong is unsure, however plain', () => {
    assert.equal(idOf(changed(card, '8425', '8424'))['idNumber'], '620102195003078424?');
  });

  test('a birthday that contradicts a right number is unsure', () => {
    assert.equal(idOf(changed(card, '3月7日', '3月1日'))['birthday'], '1950-03-07?');
  });

  test('both sides', () => {
    const { name, idNumber, birthday, address } = idOf(card);
    assert.deepEqual(
      [name, idNumber, birthday, address],
      ['张桂英', '620102195003078425', '1950-03-07', '甘肃省兰州市城关区解放路1号'],
    );
    const back = idOf(['居民身份证', '签发机关|兰州市公安局城关分局', '有效期限|2015.06.01-长期']);
    assert.deepEqual(
      [back['authority'], back['validFrom'], back['validUntil']],
      ['兰州市公安局城关分局', '2015-06-01', 'long-term'],
    );
  });

  test('a card number whose Luhn digit is wrong is unsure', () => {
    const number = (digits: string): unknown => shown(read(['中国农业银行', digits], 'bank-card').content)['number'];
    assert.equal(number('6228 4800 1000 1234'), '6228480010001234?');
    assert.equal(number('6222 0202 0011 2230'), '6222020200112230');
    assert.equal(number('6222|0202|0011|2230'), '6222020200112230');
  });
});

describe('the paper that was asked for', () => {
  test('a shopping slip, or another of one’s papers, is not it', () => {
    assert.deepEqual(read(['超市购物小票', '鸡蛋 11.60', '谢谢惠顾'], 'receipt').findings, ['wrong-paper']);
    assert.deepEqual(read(receipt, 'identity-card').findings, ['wrong-paper']);
    assert.equal(read(receipt, 'identity-card').looksLike, 'receipt');
  });

  test('either paper of a doctor serves for the other', () => {
    assert.deepEqual(read(['出院记录', '出院医嘱：休息'], 'diagnosis-certificate').findings, []);
  });

  test('a second page has no title and is still what was asked for', () => {
    assert.deepEqual(
      read(['患者病情平稳，切口愈合良好。', '今日查房，继续抗感染治疗。'], 'medical-record').findings,
      [],
    );
    assert.deepEqual(read(['注射用头孢呋辛钠|12.50', '普通病房床位费|30.00'], 'expense-list').findings, []);
  });

  test('text that runs over the edge is cut off', () => {
    assert.deepEqual(readPaper({ ...linesOfText(receipt), atTheEdge: 3 }, 'receipt').findings, ['cut-off']);
  });

  test('papers that no program reads are left to people', () => {
    assert.deepEqual([readableAs(null), readableAs('accident-proof'), readableAs('constructor')], [null, null, null]);
  });
});

describe('the photo check in the light of the reading', () => {
  const legible = { content: read(receipt, 'receipt').content, legible: true, findings: [] };

  test('a dark photo of white paper stays dark, however well a machine reads it', () => {
    assert.deepEqual(amendedFindings(['dark', 'glare'], legible), ['dark', 'glare']);
  });

  test('what was read plainly is not blurred, a bank card that was read not dark', () => {
    assert.deepEqual(amendedFindings(['blurred'], legible), []);
    assert.deepEqual(amendedFindings(['blurred'], { ...legible, legible: false }), ['blurred']);
    assert.deepEqual(amendedFindings(['dark'], { ...legible, content: read([], 'bank-card').content }), []);
  });

  test('what the reader finds is added once', () => {
    assert.deepEqual(amendedFindings(['glare'], { ...legible, findings: ['wrong-paper', 'cut-off'] }), [
      'glare',
      'wrong-paper',
      'cut-off',
    ]);
  });
});
