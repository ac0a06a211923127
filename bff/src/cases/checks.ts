/** The pre-check: everything that would be missing or wrong, at once, per question and material. Pure. */
import type { Answers, CheckResult, FileFinding, Requirement } from '@yiban/shared-types/cases';
import type { ProblemDetail } from '@yiban/shared-types/problems';
import type { RuleFile } from '../catalogue/catalogue-file.js';
import type { AlternativeFile, MaterialFile } from '../catalogue/material-file.js';
import type { QuestionFile } from '../catalogue/question-file.js';
import { holds } from '../catalogue/conditions.js';
import type { RegionItem } from '../catalogue/layering.js';
import { receiptIdentity, receiptsIn } from '../receipts/receipt-answers.js';
import { answerFaults } from './answer-faults.js';
import { isImmediate } from './deadlines.js';
import { payeeOf } from './payee.js';
import { typedRowsFaults } from './table-rows.js';

/** How far a requirement is met so far. */
export interface MaterialState {
  readonly alternative: string;
  readonly uploads: readonly { readonly received: boolean; readonly findings: readonly FileFinding[] }[];
  readonly signed: boolean;
}

export interface CheckSubject {
  readonly item: RegionItem;
  readonly form: Answers;
  readonly materials: ReadonlyMap<string, MaterialState>;
  readonly facts: object;
  /** False when the platform could not be asked: rules about the person then wait for an officer. */
  readonly platformKnown: boolean;
  /** Receipts (`code:number`) that another live case uses. */
  readonly usedReceipts: ReadonlySet<string>;
  readonly today: string;
  /** The unit that the case is for, null where it is for a person. */
  readonly unit: { readonly creditCode: string; readonly confirmed: boolean } | null;
  /** The grant that a proxy files it under, null where people file for themselves. */
  readonly grant: { readonly confirmed: boolean } | null;
  /** The case's person is insured in another region than the case's. */
  readonly insuredElsewhere: boolean;
}

/** What the check itself finds; readings and estimates stand beside it. */
type Findings = Omit<CheckResult, 'readings' | 'estimate'>;

export function check(subject: CheckSubject): Findings {
  const { item, facts } = subject;
  const errors = [
    ...item.questions.flatMap((question) => questionFaults(question, subject)),
    ...receiptFaults(subject),
    ...unitFaults(subject),
    ...accountFaults(subject),
    ...regionFaults(subject),
    ...item.materials.flatMap((material) => materialFaults(material, subject)),
  ];
  // A rule over an answer that is missing or wrong says nothing new.
  const faulty = new Set(errors.map((error) => error.pointer.split('/').slice(0, 3).join('/')));
  const broken = item.rules.filter(
    (rule) => applies(rule, subject) && !faulty.has(rule.pointer) && !holds(rule.rule, facts),
  );
  const said = (rule: RuleFile): ProblemDetail => ({ pointer: rule.pointer, code: rule.id, message: rule.message });
  errors.push(...broken.filter((rule) => rule.effect === 'blocks').map(said));
  const referred = broken.filter((rule) => rule.effect === 'refers').map(said);
  if (subject.unit?.confirmed === false) {
    referred.push({
      pointer: '/unit',
      code: 'unit-authority-unchecked',
      message: '单位的授权书还没有核对过，要由经办人员受理时核对。',
    });
  }
  if (subject.grant?.confirmed === false) {
    referred.push({
      pointer: '/grant',
      code: 'grant-unchecked',
      message: '代办的材料还没有核对过，要由经办人员受理时核对；参保信息也到那时再核对。',
    });
  } else if (!subject.platformKnown) {
    referred.push({
      pointer: '/person',
      code: 'platform-unavailable',
      message: '医保平台暂时连不上，参保状态要由经办人员稍后核对。',
    });
  }
  return {
    ready: errors.length === 0,
    errors,
    warnings: [...referred, ...photoWarnings(subject)],
    immediate: errors.length === 0 && referred.length === 0 && isImmediate(item.timeLimit, facts),
    asked: questionsAsked(item, facts).map(({ id }) => id),
    requirements: item.materials.map((material) => requirement(material, subject)),
  };
}

function requirement(material: MaterialFile, subject: CheckSubject): Requirement {
  const open = alternativesOpen(material, subject.facts);
  const given = isMetByItself(open, subject.facts);
  const chosen = open.some(({ id }) => id === subject.materials.get(material.id)?.alternative);
  return {
    material: material.id,
    required: isRequired(material, subject.facts),
    met: given || (chosen && materialFaults(material, subject).length === 0),
    given,
    ways: open.map(({ id }) => id),
  };
}

/** Questions that are asked of this person with the answers so far. */
function questionsAsked(item: RegionItem, facts: object): readonly QuestionFile[] {
  return item.questions.filter((question) => holds(question.when, facts));
}

function questionFaults(question: QuestionFile, { form, facts, today }: CheckSubject): readonly ProblemDetail[] {
  if (!holds(question.when, facts)) return [];
  const answer = form[question.id] ?? null;
  const empty = answer === null || answer === '' || (Array.isArray(answer) && answer.length === 0);
  if (!empty) {
    const faults = answerFaults(question, answer, today);
    return faults.length === 0 && question.kind === 'table' && Array.isArray(answer)
      ? typedRowsFaults(question, answer, today)
      : faults;
  }
  if (!question.required) return [];
  const verb = ['choice', 'choices', 'yes-no', 'division', 'date', 'month', 'registration'].includes(question.kind)
    ? '请选择'
    : '请填写';
  return [{ pointer: `/form/${question.id}`, code: 'missing', message: `${verb}「${question.term}」。` }];
}

/** A case for one unit does not name another. */
function unitFaults({ item, form, unit }: CheckSubject): readonly ProblemDetail[] {
  const question = item.questions.find(({ prefill }) => prefill === 'unit.creditCode');
  const named = question === undefined ? undefined : form[question.id];
  if (question === undefined || unit === null || typeof named !== 'string' || named === unit.creditCode) return [];
  const message = `「${question.term}」和办理的单位不一样，请核对；要替别的单位办，请先在「我的单位」里添加。`;
  return [{ pointer: `/form/${question.id}`, code: 'unit-mismatch', message }];
}

/** An account that no bank would take is told before the decision, not after it. */
function accountFaults({ item, form }: CheckSubject): readonly ProblemDetail[] {
  const { accountHolder, bankCard } = form;
  const card = item.questions.find(({ id }) => id === 'bankCard');
  if (card?.kind !== 'text' || typeof accountHolder !== 'string' || typeof bankCard !== 'string') return [];
  if (accountHolder === '' || bankCard === '' || payeeOf(form) !== null) return [];
  const message = `「${card.term}」要填 8 到 32 位数字，「开户名」要和银行的一样。`;
  return [{ pointer: `/form/${card.id}`, code: 'account-unusable', message }];
}

/** Who is insured elsewhere files here for somebody whom the form names, and nothing of their own. */
function regionFaults({ item: { concerns }, facts, insuredElsewhere }: CheckSubject): readonly ProblemDetail[] {
  if (!insuredElsewhere || (concerns?.elsewhere === true && holds(concerns.when, facts))) return [];
  const question = /"form\.(\w+)"/.exec(JSON.stringify(concerns?.when ?? null))?.[1];
  return [
    {
      pointer: question === undefined ? '/region' : `/form/${question}`,
      code: 'wrong-region',
      message: '您的参保地不是这里。办自己的事，请回到首页换成您自己的参保地。',
    },
  ];
}

function receiptFaults({ item, form, usedReceipts }: CheckSubject): readonly ProblemDetail[] {
  const question = item.questions.find(({ kind }) => kind === 'receipts');
  if (question === undefined) return [];
  const seen = new Set<string>();
  return receiptsIn(form).flatMap((receipt, i) => {
    const identity = receiptIdentity(receipt);
    const pointer = `/form/${question.id}/${i}`;
    const twice = seen.has(identity);
    seen.add(identity);
    if (twice) return [{ pointer, code: 'receipt-twice', message: `第 ${i + 1} 张票据和前面的重复了，请删掉一张。` }];
    if (usedReceipts.has(identity)) {
      return [
        {
          pointer,
          code: 'receipt-used',
          message: `第 ${i + 1} 张票据已经报销过或正在办理，同一张票据只能用一次。请删掉它，或拨打医保咨询电话。`,
        },
      ];
    }
    return [];
  });
}

function materialFaults(material: MaterialFile, { materials, facts }: CheckSubject): readonly ProblemDetail[] {
  const fault = (code: string, message: string): ProblemDetail[] => [
    { pointer: `/materials/${material.id}`, code, message },
  ];
  const state = materials.get(material.id);
  const open = alternativesOpen(material, facts);
  if (isMetByItself(open, facts)) return [];
  const chosen = open.find((alternative) => alternative.id === state?.alternative);
  if (state === undefined || chosen === undefined) {
    return isRequired(material, facts) ? fault('missing', missingWords(material, open)) : [];
  }
  switch (chosen.kind) {
    case 'photo': {
      const wanted = Math.max(1, chosen.pages?.length ?? 1);
      if (state.uploads.some(({ received }) => !received))
        return fault('upload-incomplete', `「${chosen.name}」有照片还没传完，请等一等或重新拍。`);
      if (state.uploads.length >= wanted) return [];
      const pages = chosen.pages === undefined ? '' : `（${chosen.pages.join('、')}）`;
      return fault(
        'pages-missing',
        `「${chosen.name}」${pages}至少要拍 ${wanted} 张，现在有 ${state.uploads.length} 张。`,
      );
    }
    case 'generated':
      return chosen.signed && !state.signed
        ? fault('signature-missing', `请在屏幕上签名，确认「${chosen.name}」。`)
        : [];
    case 'commitment':
      return state.signed ? [] : fault('signature-missing', `请读完「${chosen.name}」，在屏幕上签名。`);
    default:
      return [];
  }
}

/** What to do, not only what is missing; a change of the answers takes the signature off a form that tells them. */
function missingWords({ name }: MaterialFile, open: readonly AlternativeFile[]): string {
  const [only, ...others] = open;
  if (only?.kind === 'generated' && others.length === 0) {
    return `还没签「${only.name}」：看一看内容，在屏幕上签名。填的内容改过的，要重新签。`;
  }
  if (only?.kind === 'photo' && others.length === 0) {
    return `还缺「${name}」：请拍照上传${only.name === name ? '' : `「${only.name}」`}。`;
  }
  // What others have on record is looked up, nobody can hand it in.
  const ways = open.filter(({ kind }) => kind !== 'data');
  const given = ways.map((alternative) => `「${alternative.name}」`).join('或');
  return `还缺「${name}」：请提供${given}${ways.length > 1 ? '，有一种就行' : ''}。`;
}

/** Alternatives that this person may choose now. */
export function alternativesOpen(material: MaterialFile, facts: object): readonly AlternativeFile[] {
  return material.anyOf.filter((alternative) => holds(alternative.when, facts));
}

function isRequired(material: MaterialFile, facts: object): boolean {
  return typeof material.required === 'object' ? holds(material.required.condition, facts) : material.required;
}

/** Met without the person doing anything: by the scanned credential, by data, or by a paper that needs no signature. */
export function isMetByItself(open: readonly AlternativeFile[], facts: object): boolean {
  return open.some(
    (alternative) =>
      alternative.kind === 'credential' ||
      (alternative.kind === 'data' && holds(alternative.condition, facts)) ||
      (alternative.kind === 'generated' && !alternative.signed),
  );
}

function applies(rule: RuleFile, { facts, platformKnown }: CheckSubject): boolean {
  const needsPlatform = /"(person|concerned|estimate)\./.test(JSON.stringify([rule.when, rule.rule]));
  return (platformKnown || !needsPlatform) && holds(rule.when, facts);
}

const findingSentences: Readonly<Record<FileFinding, string>> = {
  blurred: '有照片不清楚，建议拿稳手机重拍一张。',
  dark: '有照片太暗，建议在亮处重拍一张。',
  glare: '有照片反光，建议换个角度重拍一张。',
  small: '有照片太小，建议靠近一些重拍一张。',
  'cut-off': '有照片没拍全，建议把整页拍进去。',
  'wrong-paper': '有照片看着不像要的材料，请核对一下。',
};

function photoWarnings({ item, materials }: CheckSubject): readonly ProblemDetail[] {
  return item.materials.flatMap((material) => {
    const findings = new Set(materials.get(material.id)?.uploads.flatMap((upload) => upload.findings));
    return [...findings].map((finding) => ({
      pointer: `/materials/${material.id}`,
      code: `photo-${finding}`,
      message: `「${material.name}」${findingSentences[finding]}`,
    }));
  });
}
