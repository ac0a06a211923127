import type { ReadablePaper } from '@yiban/shared-types/reading';
import type { PageOfText } from './page-of-text.js';

/** Words that stand on one kind of paper and not on the others. */
const words: Readonly<Record<ReadablePaper, readonly RegExp[]>> = {
  receipt: [/(?:收费|电子|医疗).{0,4}(?:票据|收据)/u, /票据[代号]码/u, /校验码|收款单位/u, /电子发票|发票号码/u],
  'expense-list': [/(?:费用|收费).{0,4}清单|清单$|明细(?:表|单)$/u, /^单价(?:\(元\))?$/u],
  'medical-record': [
    /出院(?:记录|小结|证明|总结)|入院记录|病案首页|病\s?历|病程记录|手术记录/u,
    /出院医嘱|诊疗经过|主诉|现病史/u,
  ],
  'diagnosis-certificate': [/诊断(?:证明|书)/u, /处理意见|医师意见/u],
  'identity-card': [/居民身份证/u, /签发机关/u, /公民身份号码/u],
  'household-register': [/常住人口登记卡|户口簿|居民户口/u, /户主/u, /迁来本/u, /公民身份号码/u],
  'bank-card': [/银联|UnionPay|VALID|THRU/iu, /借记卡|储蓄卡|信用卡/u, /^\d{4}(?:\s?\d{4}){3}/u],
};

/** Words of the trade: a second page has no title, but these. Identity papers and cards have one page, with their words. */
const trade: Partial<Readonly<Record<ReadablePaper, RegExp>>> = {
  receipt: /票据|收据|发票|医院/u,
  'expense-list': /医院|病|药|床位|护理|检查|检验|治疗|注射|胶囊|颗粒|手术/u,
  'medical-record': /医院|病|患者|科室|医师|诊断|治疗|检查|检验|护理|手术|参考值|mmol|mg|ml/u,
  'diagnosis-certificate': /医院|病|患者|科室|医师|诊断|治疗|检查/u,
};

/** Kinds that serve where another is asked for: a doctor's paper is a doctor's paper. */
const serves: Readonly<Record<ReadablePaper, readonly ReadablePaper[]>> = {
  receipt: ['receipt'],
  'expense-list': ['expense-list'],
  'medical-record': ['medical-record', 'diagnosis-certificate'],
  'diagnosis-certificate': ['diagnosis-certificate', 'medical-record'],
  'identity-card': ['identity-card'],
  'household-register': ['household-register'],
  'bank-card': ['bank-card'],
};

const kinds = [
  'receipt',
  'expense-list',
  'medical-record',
  'diagnosis-certificate',
  'identity-card',
  'household-register',
  'bank-card',
] as const;

/** What the words of a page say it is; null where they say nothing. */
export function kindOfPaper(page: PageOfText): ReadablePaper | null {
  const [best] = kinds.map((kind) => ({ kind, hits: hits(page, kind) })).toSorted((a, b) => b.hits - a.hits);
  return best === undefined || best.hits === 0 ? null : best.kind;
}

/** Whether the page is something else than what was asked for. `plain`: its print could be read, so its words would show. */
export function isWrongPaper(page: PageOfText, asked: ReadablePaper, plain: boolean): boolean {
  const most = Math.max(...serves[asked].map((kind) => hits(page, kind)));
  const other = Math.max(...kinds.filter((kind) => !serves[asked].includes(kind)).map((kind) => hits(page, kind)));
  const atHome = trade[asked] !== undefined && page.has(trade[asked]);
  return other > most || (most === 0 && plain && !atHome);
}

const hits = (page: PageOfText, kind: ReadablePaper): number => words[kind].filter((word) => page.has(word)).length;
