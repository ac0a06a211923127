/** The catalogue against the seeds, typed in again by hand: names, codes, limits, stages and legal bases per region. */
import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { loadCatalogue } from './catalogue.loader.js';
import { limitInWords } from './disclosure.js';

const catalogue = loadCatalogue(path.join(import.meta.dirname, '../../catalogue'));
const immediate = '即时办结';
const days = (count: number) => `${count} 个工作日`;
const four = '申请—受理—审核—办结';
const five = '申请—受理—审核—拨付—办结';
const three = '申请—受理—办结';

/** id, 甘肃子项编码, 甘肃时限 (001), 甘肃环节 (001), 新绛时限 (004 over 003), 安徽时限 (003). */
const rows: readonly (readonly [string, string, string, string, string, string])[] = [
  ['unit-enrolment', '622036001001', days(5), four, immediate, immediate],
  [
    'employee-enrolment',
    '622036001002',
    '灵活就业人员：即时办结；在职职工：5 个工作日',
    four,
    immediate,
    '灵活就业人员：即时办结；在职职工：5 个工作日',
  ],
  ['resident-enrolment', '622036001003', immediate, four, immediate, immediate],
  ['unit-enrolment-change', '622036001004', immediate, four, immediate, immediate],
  ['employee-enrolment-change', '622036001005', immediate, four, immediate, immediate],
  ['resident-enrolment-change', '622036001006', immediate, four, immediate, immediate],
  ['unit-enrolment-query', '622036002001', immediate, three, immediate, immediate],
  ['person-enrolment-query', '622036002002', immediate, three, immediate, immediate],
  ['account-withdrawal', '622036002003', days(15), five, days(15), immediate],
  ['enrolment-certificate', '622036003001', immediate, four, immediate, immediate],
  ['relation-transfer', '622036003002', days(20), four, days(20), days(20)],
  ['remote-retiree', '622036004001', immediate, four, immediate, immediate],
  ['remote-resident', '622036004002', immediate, four, immediate, immediate],
  ['remote-worker', '622036004003', immediate, four, immediate, immediate],
  ['remote-referral', '622036004004', immediate, four, immediate, immediate],
  ['chronic-disease', '622036005000', days(20), four, '部分病种：即时办结；其他病种：20 个工作日', days(20)],
  ['outpatient-reimbursement', '622036006001', days(30), five, days(20), days(30)],
  ['inpatient-reimbursement', '622036006002', days(30), five, days(20), days(30)],
  ['maternity-prenatal', '622036007001', days(20), five, days(20), days(20)],
  ['maternity-delivery', '622036007002', days(20), five, days(20), days(20)],
  ['maternity-family-planning', '622036007003', days(20), five, days(20), days(20)],
  ['maternity-allowance', '622036007004', days(20), five, days(20), days(20)],
  ['aid-premium-subsidy', '622036008001', days(15), five, days(15), days(15)],
  ['aid-reimbursement', '622036008002', days(30), five, days(20), days(30)],
  ['institution-designation', '622036009001', 'none', four, days(30), days(30)],
  ['pharmacy-designation', '622036009002', 'none', four, days(30), days(30)],
  ['institution-settlement', '622036010001', days(30), five, days(20), days(30)],
  ['pharmacy-settlement', '622036010002', days(30), five, days(20), days(30)],
];

const region = (code: string) => {
  const found = catalogue.regions.get(code);
  assert.ok(found);
  return found;
};
const item = (code: string, id: string) => {
  const found = region(code).items.get(id);
  assert.ok(found, `${id} in ${code}`);
  return found;
};
const limit = (code: string, id: string) => {
  const { timeLimit } = item(code, id);
  return timeLimit === null ? 'none' : limitInWords(timeLimit);
};

for (const [id, code, gansuLimit, stages, xinjiangLimit, anhuiLimit] of rows) {
  test(`${id} has the code, limits and stages of its seeds`, () => {
    const gansu = item('620000', id);
    assert.equal(gansu.code, code);
    assert.equal(gansu.stages.join('—'), stages);
    assert.equal(limit('620000', id), gansuLimit);
    assert.equal(limit('140825', id), xinjiangLimit);
    assert.equal(limit('340000', id), anhuiLimit);
    // Codes are Gansu's own.
    assert.equal(item('140825', id).code, null);
    assert.equal(item('340000', id).code, null);
  });
}

test('33 items, each offered where a seed names it', () => {
  assert.equal(catalogue.base.length, 33);
  const shared = [...rows.map(([id]) => id), 'settlement-coordination'];
  const offered = (code: string) => [...region(code).items.keys()].toSorted();
  assert.deepEqual(offered('620000'), shared.toSorted());
  assert.deepEqual(offered('140825'), [...shared, 'special-drug'].toSorted());
  assert.deepEqual(offered('340000'), [...shared, 'contribution-base', 'aid-standard', 'aid-grant'].toSorted());
  const all = new Set([...catalogue.regions.values()].flatMap(({ items }) => [...items.keys()]));
  assert.equal(all.size, 33);
});

test('each item works for those whom domain.md names', () => {
  const applicants = (id: string) => catalogue.base.find((one) => one.id === id)?.applicants.join(' ');
  assert.equal(applicants('unit-enrolment'), 'unit');
  assert.equal(applicants('employee-enrolment'), 'unit person');
  assert.equal(applicants('employee-enrolment-change'), 'unit person');
  assert.equal(applicants('institution-designation'), 'institution');
  assert.equal(applicants('aid-standard'), 'public');
  assert.deepEqual(
    catalogue.base.filter(({ mode }) => mode === 'proactive').map(({ id }) => id),
    ['aid-standard', 'aid-grant'],
  );
});

test('names are the region’s own', () => {
  assert.equal(item('620000', 'chronic-disease').name, '基本医疗保险参保人员享受门诊慢特病病种待遇认定');
  assert.equal(item('140825', 'chronic-disease').name, '基本医疗保险参保人员享受门诊慢特病病种待遇核定');
  assert.equal(item('140825', 'maternity-prenatal').name, '产前检查费用支付');
  assert.equal(item('140825', 'institution-designation').name, '医疗机构申报定点协议管理');
});

test('wrong cells of 004 are left out, not repaired, and told in notes', () => {
  for (const id of [
    'employee-enrolment',
    'resident-enrolment',
    'unit-enrolment-change',
    'employee-enrolment-change',
    'resident-enrolment-change',
  ]) {
    const { basis, notes } = item('140825', id);
    assert.deepEqual(
      basis.filter(({ source }) => !source.startsWith('statute:')),
      [],
      id,
    );
    assert.ok(
      notes.some(({ source, found }) => source === '004:1' && found.includes('公开依据')),
      id,
    );
  }
  assert.ok(item('140825', 'unit-enrolment').basis.some(({ source }) => source === '004:1'));
});

test('what a seed lets be settled in person only says so, what to bring, and that it can be begun here', () => {
  const onSite = ['account-withdrawal', 'outpatient-reimbursement', 'inpatient-reimbursement', 'aid-reimbursement'];
  for (const [code, { items }] of catalogue.regions) {
    const said = [...items.values()].filter((one) => one.onSite !== null);
    assert.deepEqual(said.map(({ id }) => id).toSorted(), onSite.toSorted(), code);
    for (const one of said) assert.match(one.onSite ?? '', /^按规定在.*要带：.*手机上填好/, one.id);
  }
});

test('Gansu wants a diagnosis and the records of a stay, as 001:18 lists them; 003:18 is met by either', () => {
  const names = (code: string) => item(code, 'inpatient-reimbursement').materials.map(({ name }) => name);
  assert.deepEqual(names('620000').slice(3, 5), ['诊断证明', '病历资料']);
  assert.equal(names('340000')[3], '诊断证明（住院治疗记录资料）');
});

test('the statute stands beside the region’s limit', () => {
  const statute = (id: string) => item('340000', id).statutoryLimit;
  assert.deepEqual(statute('remote-retiree'), { workingDays: 10 });
  assert.deepEqual(statute('maternity-allowance'), { workingDays: 10 });
  assert.deepEqual(statute('inpatient-reimbursement'), { workingDays: 30 });
  assert.equal(item('340000', 'maternity-allowance').sources['statutoryLimit'], 'statute:社会保险经办条例 第二十条');
});

test('legal bases are cited with their articles', () => {
  const cited = (code: string, id: string) =>
    item(code, id).basis.map(({ title, article, source }) => `${source} ${title} ${article ?? ''}`.trim());
  assert.deepEqual(cited('620000', 'account-withdrawal'), [
    '001:9 中华人民共和国社会保险法（主席令第35号） 第十四条',
    '001:9 香港澳门台湾居民在内地（大陆）参加社会保险暂行办法（人力资源和社会保障部、国家医保局令第41号） 第七条',
    '001:9 在中国境内就业的外国人参加社会保险暂行办法（人力资源和社会保障部令第16号） 第五条、第六条',
  ]);
  assert.deepEqual(cited('140825', 'aid-premium-subsidy'), [
    '004:8 关于进一步加强医疗救助与城乡居民大病保险有效衔接的通知（民发〔2017〕12号）',
  ]);
  assert.deepEqual(cited('340000', 'account-withdrawal'), []);
});

test('money is settled and paid where the stages say 拨付, and only there', () => {
  for (const {
    region: { code },
    items,
  } of catalogue.regions.values()) {
    for (const { id, stages, settlement } of items.values()) {
      assert.equal(stages.includes('拨付'), settlement.length > 0, `${id} in ${code}`);
    }
  }
});
