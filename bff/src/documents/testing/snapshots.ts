/** Papers for tests: one usual case of each kind, and one that runs over several pages. */
import type { DocumentKind, Row } from '../document-content.js';
import type { CaseSnapshot, DocumentSnapshot, MaterialSnapshot, SignatureSnapshot } from '../document-snapshot.js';

const long = '因材料中的就诊日期与票据日期不一致，且诊断证明未加盖医院业务专用章，请向就诊医院补开并重新拍照上传；';

const base: CaseSnapshot = {
  issuedAt: '2026-11-25T01:02:03.004Z',
  regionName: '山西省运城市新绛县',
  agency: {
    name: '新绛县医疗保险服务中心',
    address: '新绛县龙兴镇学府路政务服务中心二楼医保窗口',
    hours: '工作日 8:00–12:00，14:30–18:00',
    phone: '0359-7522345',
    complaintPhone: '12345',
  },
  verification: {
    code: 'K7QD3MXA9TRW',
    url: 'https://yiban.example.gov.cn/#/packages/verify/index/index?code=K7QD3MXA9TRW',
  },
  item: { name: '异地安置退休人员备案', code: '140825036004001' },
  caseNumber: '14082520261125000018',
  submittedAt: '2026-11-24T08:11:00.000Z',
  applicant: { name: '张秀英', idNo: '142724195503121228', phone: '13800001234' },
  proxy: null,
};
const helped: CaseSnapshot = {
  ...base,
  proxy: { name: '李强', idNo: '142724198001012236', phone: '13900005678', relation: '母子' },
};

const materials: readonly MaterialSnapshot[] = [
  { name: '医保电子凭证或有效身份证件或社保卡', shown: '已核验医保电子凭证', pages: null },
  { name: '异地安置退休人员备案表', shown: '手机填写并签名', pages: 1 },
  { name: '异地户口簿首页和本人常住人口登记卡', shown: '拍照上传', pages: 2 },
];
const manyMaterials = Array.from({ length: 60 }, (_, index) => ({
  name: `门诊收费票据（第 ${index + 1} 张）及对应的费用清单、处方底方`,
  shown: '拍照上传',
  pages: (index % 3) + 1,
}));

const form: readonly Row[] = [
  { term: '办理类型', shown: '新办备案' },
  { term: '居住地', shown: '安徽省 合肥市 蜀山区' },
  { term: '详细住址', shown: '长江西路 669 号合安苑小区 3 栋 2 单元 201 室' },
  { term: '居住开始日期', shown: '2025年3月1日' },
  { term: '联系电话', shown: '13800001234' },
];
const receipts: Row = {
  term: '收费票据',
  shown: '40 张，合计 53,200.80 元',
  table: {
    columns: [
      { title: '票据代码', weight: 16, align: 'left' },
      { title: '票据号码', weight: 19, align: 'left' },
      { title: '开票日期', weight: 21, align: 'left' },
      { title: '医院', weight: 28, align: 'left' },
      { title: '金额（元）', weight: 16, align: 'right' },
    ],
    rows: Array.from({ length: 40 }, (_, index) => [
      '14060126',
      String(1_234_567 + index).padStart(10, '0'),
      '2026年10月8日',
      '运城市中心医院东院区',
      '1,330.02',
    ]),
  },
};
const longForm: readonly Row[] = [
  ...form,
  { term: '情况说明', shown: long.repeat(40) },
  receipts,
  { term: '开户银行', shown: '中国邮政储蓄银行新绛县支行' },
  { term: '银行账号', shown: '6217 9917 1000 1234 567' },
];

export function usualSnapshots(signature: Uint8Array): readonly DocumentSnapshot[] {
  const signatures: readonly SignatureSnapshot[] = [
    { role: 'applicant', name: '张秀英', image: signature, signedAt: '2026-11-24T08:10:30.000Z' },
  ];
  const refusal = {
    decidedAt: '2026-11-25T00:30:00.000Z',
    reason: '您的参保关系已于2026年6月转移到安徽省合肥市，现参保地不是新绛县，本机构没有办理这项备案的职权。',
    basis: ['《社会保险经办条例》（国务院令第765号）第六条', '《山西省异地就医直接结算经办规程》第八条'],
    advice: '请在现参保地安徽省合肥市办理。合肥市医保电话 12393，也可以在“医保易办”里把地区换成安徽后重新申请。',
    reviewAuthority: '新绛县人民政府',
    court: '新绛县人民法院',
  };
  return [
    {
      kind: 'acceptance-notice',
      facts: {
        ...helped,
        acceptedAt: '2026-11-25T01:00:00.000Z',
        due: { date: '2027-01-05', workingDays: 30, provisional: true },
        materials,
      },
    },
    {
      kind: 'one-time-notice',
      facts: {
        ...base,
        item: { name: '生育医疗费支付', code: null },
        notice: {
          items: [
            { subject: '诊断证明', reason: '照片右下角被手指挡住，看不到医院印章。请重拍整页。' },
            { subject: '出院日期', reason: '填写的是2026年9月31日，没有这一天；病历上是2026年9月30日，请改正。' },
          ],
          until: '2026-12-25',
        },
      },
    },
    { kind: 'decline-notice', facts: { ...base, refusal } },
    {
      kind: 'rejection-notice',
      facts: { ...helped, refusal: { ...refusal, advice: null, reviewAuthority: null, court: null } },
    },
    {
      kind: 'registration-form',
      facts: {
        ...base,
        form,
        materials,
        signatures,
        registration: {
          number: '140825202611250000123',
          from: '2026-11-25',
          until: null,
          decidedAt: '2026-11-25T01:02:03.004Z',
        },
      },
    },
    {
      kind: 'application-form',
      facts: {
        ...helped,
        item: { name: '生育医疗费支付', code: null },
        form,
        materials,
        signatures: [
          ...signatures,
          { role: 'proxy', name: '李强', image: signature, signedAt: '2026-11-24T08:10:30.000Z' },
        ],
      },
    },
    {
      kind: 'commitment-letter',
      facts: {
        ...base,
        caseNumber: null,
        submittedAt: null,
        letter: {
          name: '异地安置个人承诺书',
          paragraphs: [
            '我已知道：办理异地安置退休人员备案，应当提供户口簿首页和本人常住人口登记卡；因故暂时不能提供的，可以用本承诺书代替，并应在备案有效期内补交。',
            '我承诺：本人户口已迁入安徽省 合肥市 蜀山区，自2025年3月1日起在当地长期居住，以上情况真实。',
            '我知道：承诺不实的，备案将被撤销，已由基金支付的费用要退回，不实情况会记入信用记录，以后不能再用承诺书办理。',
          ],
        },
        signatures,
      },
    },
    {
      kind: 'authorization-letter',
      facts: {
        ...base,
        number: 'SQ20261124000007',
        principal: base.applicant,
        proxy: { name: '李强', idNo: '142724198001012236', phone: '13900005678', relation: '母子' },
        items: ['异地安置退休人员备案', '门诊费用报销', '住院费用报销'],
        from: '2026-11-24',
        until: '2027-11-23',
        signature: { image: signature, signedAt: '2026-11-24T08:10:30.000Z' },
      },
    },
    {
      kind: 'settlement-statement',
      facts: {
        ...base,
        item: { name: '生育医疗费支付', code: null },
        settlement: {
          lines: [
            { category: '床位费', claimed: 84_000, approved: 60_000, reason: '超出每日 30 元的标准' },
            { category: '手术费', claimed: 312_050, approved: 312_050, reason: null },
            { category: '药品费', claimed: 98_765, approved: 81_207, reason: '丙类药品不在支付范围' },
          ],
          reviewedBy: '王敏（0012）',
          confirmedBy: '赵国庆（0007）',
          payee: { name: '张秀英', bank: '中国邮政储蓄银行新绛县支行', card: '6217991710001234567' },
          paidAt: '2026-11-25T01:02:03.004Z',
        },
        history: [
          { at: '2026-11-03T08:11:00.000Z', step: '提交申请', actor: '本人', reason: null },
          { at: '2026-11-04T01:11:00.000Z', step: '受理', actor: '经办人员 0003', reason: null },
          { at: '2026-11-10T01:11:00.000Z', step: '一次性告知', actor: '经办人员 0012', reason: '诊断证明看不到印章' },
          { at: '2026-11-12T01:11:00.000Z', step: '补正', actor: '本人', reason: null },
          { at: '2026-11-16T01:11:00.000Z', step: '初审通过', actor: '经办人员 0012', reason: null },
          { at: '2026-11-18T01:11:00.000Z', step: '复核通过', actor: '经办人员 0007', reason: null },
          { at: '2026-11-25T01:02:03.004Z', step: '拨付并办结', actor: '经办人员 0021', reason: null },
        ],
      },
    },
    {
      kind: 'enrolment-certificate',
      facts: {
        ...base,
        item: { name: '出具《参保凭证》', code: null },
        enrolment: {
          certificateNo: 'PZ1408250A1B2C3D4E',
          insurance: '职工基本医疗保险',
          status: '正常参保（退休）',
          since: '2001-01-01',
          employer: '新绛县供销合作社联合社',
          balance: 321_056,
          periods: [
            { from: '2001-01', until: '2009-12', months: 108, insurance: '职工医保', place: '新绛县' },
            { from: '2010-01', until: '2015-03', months: 63, insurance: '职工医保', place: '新绛县' },
          ],
          asOf: '2026-11-25T01:02:00.000Z',
        },
      },
    },
  ];
}

/** The same papers with far more in them than fits on a page. */
export function longSnapshots(signature: Uint8Array): readonly DocumentSnapshot[] {
  return usualSnapshots(signature).map((snapshot): DocumentSnapshot => {
    switch (snapshot.kind) {
      case 'acceptance-notice':
        return { ...snapshot, facts: { ...snapshot.facts, materials: manyMaterials } };
      case 'one-time-notice': {
        const items = Array.from({ length: 24 }, (_, index) => ({
          subject: `第 ${index + 1} 张收费票据`,
          reason: long.repeat((index % 4) + 1),
        }));
        return { ...snapshot, facts: { ...snapshot.facts, notice: { ...snapshot.facts.notice, items } } };
      }
      case 'decline-notice':
      case 'rejection-notice':
        return {
          ...snapshot,
          facts: { ...snapshot.facts, refusal: { ...snapshot.facts.refusal, reason: long.repeat(50), advice: long } },
        };
      case 'registration-form':
        return { ...snapshot, facts: { ...snapshot.facts, form: longForm, materials: manyMaterials } };
      case 'application-form':
        return { ...snapshot, facts: { ...snapshot.facts, form: longForm, materials: manyMaterials } };
      case 'commitment-letter':
        return {
          ...snapshot,
          facts: {
            ...snapshot.facts,
            letter: { ...snapshot.facts.letter, paragraphs: Array.from({ length: 12 }, () => long.repeat(5)) },
          },
        };
      case 'authorization-letter':
        return {
          ...snapshot,
          facts: {
            ...snapshot.facts,
            items: Array.from({ length: 60 }, (_, index) => `门诊费用报销（${index + 1}）`),
          },
        };
      case 'settlement-statement': {
        const lines = Array.from({ length: 70 }, (_, index) => ({
          category: `西药费（第 ${index + 1} 笔）`,
          claimed: 123_456 + index,
          approved: 100_000,
          reason: index % 5 === 0 ? long : null,
        }));
        return { ...snapshot, facts: { ...snapshot.facts, settlement: { ...snapshot.facts.settlement, lines } } };
      }
      case 'enrolment-certificate': {
        const periods = Array.from({ length: 50 }, (_, index) => ({
          from: `${1976 + index}-01`,
          until: `${1976 + index}-12`,
          months: 12,
          insurance: '职工基本医疗保险',
          place: '山西省运城市新绛县',
        }));
        return { ...snapshot, facts: { ...snapshot.facts, enrolment: { ...snapshot.facts.enrolment, periods } } };
      }
    }
  });
}

/** The snapshot of one kind. */
export function ofKind<Kind extends DocumentKind>(
  snapshots: readonly DocumentSnapshot[],
  kind: Kind,
): Extract<DocumentSnapshot, { kind: Kind }> {
  const isOfKind = (snapshot: DocumentSnapshot): snapshot is Extract<DocumentSnapshot, { kind: Kind }> =>
    snapshot.kind === kind;
  const found = snapshots.find(isOfKind);
  if (found === undefined) throw new Error(`no snapshot of ${kind}`);
  return found;
}
