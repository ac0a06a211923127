/**
 * The shape of the catalogue's data files (`bff/catalogue`), and the only place that says it, with the questions
 * (`question-file.ts`), the papers (`material-file.ts`) and what a value may be (`written-values.ts`).
 *
 * base/contents.yaml              the items in the order in which lists show them
 * base/items/<id>.yaml            what holds everywhere (seed 003 unless a source says otherwise)
 * base/letters/<id>.yaml          texts that a person signs
 * base/retention.yaml             how long cases are kept after they ended (`retention-file.ts`)
 * regions/<code>/region.yaml      the pooling area: agency, policies, lists of choices, platform mapping
 * regions/<code>/aid-standards.yaml  the published medical-aid standards, where a seed has them published
 * regions/<code>/items/<id>.yaml  what that region says differently; each field given replaces the base's whole;
 *                                 sources, basis, remarks and notes add up
 *
 * A source is written `003:12` (seed document, row) or `statute:社会保险经办条例 第二十条`; what an administrator of
 * the region changes names the document that it rests on, `agency:甘医保发〔2026〕12号`.
 */
import { z } from 'zod';
import { materialFile } from './material-file.js';
import { option, questionFile } from './question-file.js';
import { retentionFile } from './retention-file.js';
import { condition, fieldName, slug, source, text } from './written-values.js';

const limitValue = z.union([
  z.strictObject({ immediate: z.literal(true) }),
  z.strictObject({ workingDays: z.number().int().min(1).max(365) }),
]);
const limitCase = z.union([
  z.strictObject({ when: text, condition, immediate: z.literal(true) }),
  z.strictObject({ when: text, condition, workingDays: z.number().int().min(1).max(365) }),
]);
/** A time limit: at once, in working days, or by case (the first case that holds; the last needs no special condition). */
export const timeLimitFile = z.union([limitValue, z.strictObject({ cases: z.array(limitCase).min(2) })]).nullable();
export type TimeLimitFile = z.infer<typeof timeLimitFile>;

/** A rule that must hold. `blocks`: submission is refused; `refers`: an immediate item goes to an officer. */
export const ruleFile = z.strictObject({
  id: slug,
  when: condition.optional(),
  rule: condition,
  pointer: z.string().regex(/^\/(form\/[A-Za-z0-9]+|materials\/[a-z0-9-]+|person)$/),
  effect: z.enum(['blocks', 'refers']),
  message: text,
  source,
});
export type RuleFile = z.infer<typeof ruleFile>;

/** What goes upstream when the case comes to `on`: a logical operation of the region's platform mapping. */
/** Rows of a table, sent some at a time as a JSON text in `field`: column → the platform's name. */
const upstreamRowsFile = z.strictObject({
  table: fieldName,
  field: z.string(),
  most: z.number().int().min(1).max(200),
  columns: z.record(fieldName, z.string()),
});
export type UpstreamRowsFile = z.infer<typeof upstreamRowsFile>;

const upstreamFile = z.strictObject({
  operation: slug,
  on: z.enum(['accepted', 'closed', 'payment']),
  when: condition.optional(),
  /** The deed is about the other person whom the form names (`concerns`), or about the unit; not about the case's own. */
  about: z.enum(['concerned', 'unit']).optional(),
  /** One deed for so many rows of a table each. */
  rows: upstreamRowsFile.optional(),
  /** Platform field name → JsonLogic over the facts, or a constant. */
  fields: z.record(z.string(), z.union([condition, z.string(), z.number()])),
});

/** A step between two agencies with a term of its own, after the one before it. */
const legFile = z.strictObject({
  id: slug,
  name: text,
  /** Whose step it is: this agency's or the other's. */
  by: z.enum(['own', 'other']),
  workingDays: z.number().int().min(1).max(60),
  /** What ends it: our letter went out, the other's information and funds came in, the case was closed. */
  ends: z.enum(['letter-sent', 'answer-received', 'closed']),
});
export type LegFile = z.infer<typeof legFile>;

/** What the platform knows and nobody types: shown before submission and to the officer. */
const readingFile = z.strictObject({
  id: slug,
  name: text,
  kind: z.enum(['money', 'date', 'text']),
  when: condition.optional(),
  value: condition,
});
export type ReadingFile = z.infer<typeof readingFile>;

/** The form's answers as the formula of the maternity allowance takes them (女职工劳动保护特别规定 第七条、第八条). */
const allowanceEstimateFile = z.strictObject({
  when: condition.optional(),
  /** birth | miscarriage */
  event: z.union([condition, z.string()]),
  birthKind: z.union([condition, z.null()]),
  children: z.union([condition, z.null()]),
  pregnancyLength: z.union([condition, z.null()]),
});
export type AllowanceEstimateFile = z.infer<typeof allowanceEstimateFile>;

const basis = z.strictObject({ title: text, article: text.nullable().default(null), source });

const stage = z.enum(['申请', '受理', '审核', '拨付', '办结']);

const itemFields = {
  name: text,
  code: z
    .string()
    .regex(/^\d{12}$/)
    .nullable(),
  group: text,
  /** 主项编码, null where the region's seed gives none. */
  groupCode: z
    .string()
    .regex(/^\d{11}[\dY]$/)
    .nullable(),
  /** Who handles it, where that is not the region's agency for everything else. */
  agency: text.nullable(),
  applicants: z.array(z.enum(['person', 'unit', 'institution', 'public'])).min(1),
  mode: z.enum(['on-application', 'proactive']),
  /** For people who are insured nowhere yet, too: in whichever region they choose. */
  beginsEnrolment: z.literal(true).optional(),
  /** One plain sentence: what it is good for. */
  summary: text,
  /** Two to five plain sentences: who it is for and what happens. */
  description: text,
  eligibility: text,
  keywords: z.array(text),
  /** Life event → place among the items of that event, 1 for the likeliest. */
  lifeEvents: z.partialRecord(
    z.enum(['生孩子', '去外地住', '看病报销', '换工作', '慢性病', '家里困难', '老人去世']),
    z.number().int().min(1),
  ),
  /**
   * Put forward to a person of whom `when` holds (and every rule of the item about `/person`), in the order of `place`.
   * `because` says why, to them.
   */
  suggested: z.strictObject({ place: z.number().int().min(1), when: condition, because: text }).optional(),
  timeLimit: timeLimitFile,
  statutoryLimit: timeLimitFile,
  stages: z.array(stage),
  /** Steps of an officer's decision between acceptance and payment, in order. */
  reviews: z.array(z.enum(['first-review', 'second-review', 'expert-review', 'site-assessment', 'public-notice'])),
  process: z.array(text).min(1),
  channels: z.array(text).min(1),
  questions: z.array(questionFile),
  materials: z.array(materialFile),
  rules: z.array(ruleFile),
  upstream: z.array(upstreamFile),
  /** Categories of the settlement, in the order of the 结算单; empty where nothing is paid. */
  settlement: z.array(
    z.strictObject({
      id: slug,
      name: text,
      when: condition.optional(),
      /** The amount in fen as data give it: a suggestion, or with `exact` the one amount there is. */
      amount: condition.optional(),
      exact: z.boolean().optional(),
    }),
  ),
  /** A certificate from the platform's live facts, issued with the grant. */
  issues: z.enum(['enrolment-certificate']).optional(),
  legs: z.array(legFile).min(1).optional(),
  /** Someone besides the applicant whom the form names and whose data count, such as the person who died. */
  concerns: z
    .strictObject({
      when: condition,
      name: fieldName,
      idNo: fieldName,
      /** Then the applicant may be insured elsewhere: the region is that of whom the form names. */
      elsewhere: z.literal(true).optional(),
    })
    .optional(),
  readings: z.array(readingFile).min(1).optional(),
  allowanceEstimate: allowanceEstimateFile.optional(),
  /** Given once for one event, whichever item asks for it: `event` tells events apart, a date or a year. */
  once: z
    .array(
      z.strictObject({
        id: slug,
        when: condition.optional(),
        event: condition,
        pointer: z.string().regex(/^\/form\/[A-Za-z0-9]+$/),
        message: text,
      }),
    )
    .min(1)
    .optional(),
  /** The preliminary result is told to the institution, which may say something to it for so long. */
  feedback: z.strictObject({ workingDays: z.number().int().min(1).max(30) }).optional(),
  /** How long a public notice stands before the case goes on. */
  publicNotice: z.strictObject({ workingDays: z.number().int().min(1).max(60) }).optional(),
  /** The case is a conversation; each word of the person is answered in so many working days. */
  conversation: z.strictObject({ answerWorkingDays: z.number().int().min(1).max(10) }).optional(),
  /** The base gives the statutes that hold everywhere; what a region's seed cites stands before them. */
  basis: z.array(basis),
  /** What a seed remarks beside the row, in our own words. */
  remarks: z.array(z.strictObject({ text, source })),
  onSite: text.nullable(),
  /** Field of this file → source. Every fact from a seed has one. */
  sources: z.record(z.string(), source),
  /** Faults and disagreements of the seeds that touch this item, and what was decided. */
  notes: z.array(z.strictObject({ source, found: text, decided: text })),
};

/** base/contents.yaml */
export const contentsFile = z.strictObject({ items: z.array(slug).min(1) });

/** base/items/<id>.yaml */
export const baseItemFile = z.strictObject({
  id: slug,
  /** `all`: the shared base offers it; `named`: only in a region that has a file for it. */
  offered: z.enum(['all', 'named']),
  ...itemFields,
});
export type BaseItemFile = z.infer<typeof baseItemFile>;

/** regions/<code>/items/<id>.yaml */
export const regionItemFile = z
  .strictObject({ id: slug, ...itemFields })
  .partial()
  .required({ id: true, sources: true });
export type RegionItemFile = z.infer<typeof regionItemFile>;

/** Where people go in person. */
const officeFile = z.strictObject({ name: text, address: text, hours: text, phone: text });

export const letterFile = z.strictObject({
  id: slug,
  name: text,
  /** Paragraphs; `{{form.x}}` and `{{person.x}}` are filled in. The first three tell obligation, content and liability. */
  paragraphs: z.array(text).min(3),
  source,
});
export type LetterFile = z.infer<typeof letterFile>;

const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** regions/<code>/region.yaml */
export const regionFile = z.strictObject({
  code: z.string().regex(/^\d{6}$/),
  name: text,
  shortName: text,
  /** 医保区划 codes that belong to it; a trailing * stands for any ending. */
  divisions: z.array(z.string().regex(/^\d{2,6}\*?$/)).min(1),
  agency: text,
  address: text,
  hours: text,
  phone: text,
  complaintPhone: text,
  fees: text,
  delivery: text,
  /** The agency's windows; where there are none, its own address, hours and phone stand for them. */
  offices: z.array(officeFile).max(60).optional(),
  seeds: z.array(z.enum(['000', '001', '003', '004'])).min(1),
  policies: z.strictObject({
    /** 告知承诺制 is offered. */
    commitmentLetters: z.boolean(),
    /** Months a registration on a commitment letter is valid until the proof is handed in. */
    commitmentValidMonths: z.number().int().min(1).max(60),
    /** Months that a temporary remote registration is valid (statute: at least 6). */
    temporaryRemoteMonths: z.number().int().min(6),
    /** Months after registration in which change and cancellation are locked (statute: at most 6). */
    remoteLockMonths: z.number().int().min(0).max(6),
    /** Working days in which the person is asked to complete a supplement. A filed case does not expire when they are over. */
    supplementDays: z.number().int().min(5),
    ratingRectificationDays: z.number().int().min(1),
    /** Messages wait for the end of these hours (Asia/Shanghai), save those that answer what the person just did. */
    quietHours: z.strictObject({ from: clockTime, until: clockTime }),
    /** Months that a grant to a proxy may last at most. */
    grantMonths: z.number().int().min(1),
    /** Someone who acts for more people than these within a year is shown to officers. */
    proxyPrincipals: z.number().int().min(1),
  }),
  /** Days of maternity leave that the allowance is paid for (女职工劳动保护特别规定 第七条; longer ones by local law). */
  maternityLeave: z.strictObject({
    birth: z.number().int().min(98),
    difficultBirth: z.number().int().min(15),
    furtherChild: z.number().int().min(15),
    miscarriageUnderFourMonths: z.number().int().min(15),
    miscarriageFourMonthsOrMore: z.number().int().min(42),
    /** 生育 beyond the national days for which the fund pays by local law. */
    localExtension: z.number().int().min(0),
    /** Kinds of birth (of the form's `birthKind`) that count as difficult. */
    difficultKinds: z.array(slug),
    basis: z.array(basis).min(1),
  }),
  /** In place of the base's rules, whole. */
  retention: retentionFile.optional(),
  /** Choices that differ by region: diseases, medicines. */
  lists: z.record(fieldName, z.array(option).min(2)),
  platform: z.strictObject({
    fixmedinsCode: z.string().regex(/^[A-Z0-9]{12}$/),
    fixmedinsName: text,
    receiverSystem: text,
    envelope: z.enum(['national', 'province']),
    /** Logical operation → transaction of this region's platform. */
    transactions: z.record(
      slug,
      z.strictObject({ infno: z.string().min(4).max(6), path: z.string(), node: z.string() }),
    ),
  }),
  sources: z.record(z.string(), source),
  notes: z.array(z.strictObject({ source, found: text, decided: text })),
});
export type RegionFile = z.infer<typeof regionFile>;

/** regions/<code>/aid-standards.yaml */
export const aidStandardsFile = z.strictObject({
  /** One or two plain sentences above the table. */
  introduction: text,
  standards: z
    .array(
      z.strictObject({
        id: slug,
        who: text,
        expenses: text,
        /** 救助比例 as the source words it: 「不低于 70%」. */
        rate: text,
        /** 起付标准 and 年度限额, null where the source gives none. */
        deductible: text.nullable(),
        ceiling: text.nullable(),
        basis,
      }),
    )
    .min(1),
});
export type AidStandardsFile = z.infer<typeof aidStandardsFile>;
