import type { SensitiveKind } from './consents.ts';
import type { ReadablePaper } from './reading.ts';
import type { Condition, RegionCode } from './values.ts';

export type ApplicantKind = 'person' | 'unit' | 'institution' | 'public';
export type ItemMode = 'on-application' | 'proactive';
export type Stage = '申请' | '受理' | '审核' | '拨付' | '办结';

export type TimeLimit =
  { readonly immediate: true } | { readonly workingDays: number } | { readonly cases: readonly TimeLimitCase[] } | null;
export type TimeLimitCase =
  { readonly when: string; readonly immediate: true } | { readonly when: string; readonly workingDays: number };

/** An item as it stands in a list. */
export interface ItemSummary {
  readonly id: string;
  readonly name: string;
  /** 子项编码 of the region, null where its seed gives none. */
  readonly code: string | null;
  readonly group: string;
  readonly applicants: readonly ApplicantKind[];
  readonly mode: ItemMode;
  /** For people who are insured nowhere yet, too: in whichever region they choose. */
  readonly beginsEnrolment: boolean;
  readonly timeLimit: TimeLimit;
  /** What the law allows at most, beside the region's own limit; the stricter of the two counts. */
  readonly statutoryLimit: TimeLimit;
  /** One sentence in plain words: what it is good for. */
  readonly summary: string;
  /** Life event (生孩子 …) → place among the items of that event, 1 for the likeliest. */
  readonly lifeEvents: Readonly<Record<string, number>>;
}

export type QuestionKind =
  | 'text'
  | 'multiline'
  | 'name'
  | 'phone'
  | 'id-number'
  | 'credit-code'
  | 'date'
  | 'month'
  | 'choice'
  | 'choices'
  | 'yes-no'
  | 'division'
  | 'money'
  | 'number'
  | 'bank-card'
  | 'receipts'
  | 'registration'
  | 'table';

/** A column of a `table`: what stands in it, by the kinds of questions. */
export interface TableColumn {
  readonly id: string;
  /** Heading of the column in the file and on papers. */
  readonly term: string;
  readonly kind: 'text' | 'name' | 'phone' | 'id-number' | 'date' | 'month' | 'choice' | 'money' | 'number';
  readonly required: boolean;
  /** Filled in only where another column has one of these values. */
  readonly when?: { readonly column: string; readonly is: readonly string[] };
  readonly options?: readonly QuestionOption[];
  readonly example?: string;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly tense?: 'past' | 'future';
}

export interface QuestionOption {
  readonly value: string;
  readonly label: string;
  readonly hint?: string;
}

/** One question of a form: one page on the phone. */
export interface Question {
  /** Property name in the form. */
  readonly id: string;
  readonly kind: QuestionKind;
  /** The question in plain words. */
  readonly label: string;
  /** How the answer is called on papers and in lists: 「现居住地」. */
  readonly term: string;
  readonly hint?: string;
  readonly example?: string;
  readonly required: boolean;
  /** Asked only when this holds for the answers so far (`form.*`), the person and the region. */
  readonly when?: Condition;
  /** False: never asked, only set by the way in (a link with `form.<id>=`) or by its default. */
  readonly ask: boolean;
  readonly options?: readonly QuestionOption[];
  readonly default?: string | number | boolean;
  /** Fact about the person that fills it in: `person.phone`. */
  readonly prefill?: string;
  /** A paper that says the answer, should the person rather photograph it than type. */
  readonly readFrom?: ReadFrom;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  /** The person is asked for a separate consent before it. */
  readonly sensitive?: SensitiveKind;
  /** For dates: not after today (`past`) or not before (`future`). */
  readonly tense?: 'past' | 'future';
  /** `table`: its columns, and how many rows it may have; more than `typedRows` come as a file. */
  readonly columns?: readonly TableColumn[];
  readonly mostRows?: number;
  readonly typedRows?: number;
}

export interface ReadFrom {
  readonly paper: ReadablePaper;
  /** How the paper is called here: 「妻子的身份证」. Questions with the same paper and name are read from one photo. */
  readonly name: string;
  /** Of the reading of such a paper. */
  readonly field: string;
  /** The requirement that the photo meets as well; without it the photo is read, and not kept. */
  readonly material?: string;
  /** The person is asked for a separate consent before the photo. */
  readonly sensitive?: SensitiveKind;
}

export interface ItemForm {
  /** JSON Schema (2020-12) of the answers, an object; conditional requirements are told by `when` of the questions. */
  readonly schema: Readonly<Record<string, unknown>>;
  readonly questions: readonly Question[];
}

export type AlternativeKind = 'credential' | 'photo' | 'generated' | 'commitment' | 'data';

/** One way of meeting a requirement. */
export interface MaterialAlternative {
  readonly id: string;
  readonly name: string;
  readonly kind: AlternativeKind;
  /** `photo`: the pages wanted, one photo or more each: 「户口簿首页」. */
  readonly pages?: readonly string[];
  /** `photo`: what a good picture shows. */
  readonly tip?: string;
  /** `photo`: the kind of paper, told to photo check and reader. */
  readonly paper?: string;
  /** `photo`: the person is asked for a separate consent before it. */
  readonly sensitive?: SensitiveKind;
  /** `generated` and `commitment`: the document that is filled in. */
  readonly document?: string;
  /** Signed by hand on the screen. */
  readonly signed?: boolean;
  /**
   * `commitment`: its paragraphs; the first three tell obligation, content and liability, as the law wants.
   * `{{form.since}}`, `{{form.destination.name}}` and `{{person.name}}` stand for what was answered.
   */
  readonly letter?: readonly string[];
  readonly when?: Condition;
}

export interface Material {
  readonly id: string;
  readonly name: string;
  readonly required: true | false | { readonly when: string; readonly condition: Condition };
  readonly anyOf: readonly MaterialAlternative[];
  readonly note?: string;
}

export interface LegalBasis {
  readonly title: string;
  readonly article: string | null;
  readonly source: string;
}

export interface SourceReference {
  /** The field of the item page that it bears out. */
  readonly field: string;
  /** File name of a seed; `statute`; `agency` for a document of the region's agency; or `product` for what no seed says and this product chose. */
  readonly document: string;
  /** Row or section of the seed; title and article of the statute; empty for `product`. */
  readonly row: string;
}

export type DisclosureElement =
  | '事项名称'
  | '事项简述'
  | '办理材料'
  | '办理方式'
  | '办理时限'
  | '结果送达'
  | '收费依据及标准'
  | '办事时间'
  | '办理机构及地点'
  | '咨询查询途径'
  | '监督投诉渠道';

/** Everything that a page about an item shows. */
export interface ItemPage extends ItemSummary {
  readonly region: RegionCode;
  readonly regionName: string;
  readonly description: string;
  readonly eligibility: string;
  /** 主项编码, null where the region's seed gives none. */
  readonly groupCode: string | null;
  readonly stages: readonly Stage[];
  readonly process: readonly string[];
  readonly channels: readonly string[];
  readonly materials: readonly Material[];
  readonly basis: readonly LegalBasis[];
  readonly remarks: readonly { readonly text: string; readonly source: string }[];
  readonly form: ItemForm | null;
  readonly disclosure: Readonly<Record<DisclosureElement, string>>;
  readonly sources: readonly SourceReference[];
  /** What can be reckoned before filing: `POST /regions/{region}/estimates/{…}`; null for nothing. */
  readonly estimates: 'maternity-allowance' | null;
  /** Said where a seed has the item handled at the hall only: what to bring and where. */
  readonly onSite: string | null;
}

export interface Region {
  readonly code: RegionCode;
  readonly name: string;
  readonly shortName: string;
  /** 咨询电话, shown on every page. */
  readonly phone: string;
  readonly complaintPhone: string;
  readonly agency: string;
  readonly address: string;
  readonly hours: string;
  /** Windows where people can go; empty where only the agency's own address is known. */
  readonly offices: readonly Office[];
}

/** A window of the agency (服务大厅、服务点). */
export interface Office {
  readonly name: string;
  readonly address: string;
  readonly hours: string;
  readonly phone: string;
}

/** What a citizen reads differently of an item, before and after a change of its rules. */
export interface RuleDifference {
  /** 「办理时限」, 「办理材料」 … */
  readonly what: string;
  /** In words, lines apart by a line feed; empty where nothing stood there. */
  readonly before: string;
  readonly after: string;
}

/** One published standard of medical aid, in words. */
export interface AidStandard {
  readonly id: string;
  readonly who: string;
  readonly expenses: string;
  /** 救助比例: 「不低于 70%」. */
  readonly rate: string;
  /** 起付标准 and 年度限额, null where the source gives none. */
  readonly deductible: string | null;
  readonly ceiling: string | null;
  readonly basis: LegalBasis;
}

/** Answer of `GET /regions/{region}/aid-standards`; `standards` is empty where the region publishes none. */
export interface AidStandards {
  readonly region: RegionCode;
  readonly regionName: string;
  readonly introduction: string;
  readonly standards: readonly AidStandard[];
  readonly phone: string;
}
