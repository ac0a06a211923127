/** What a paper says, before anyone decides how it looks. */

export const documentKinds = [
  'acceptance-notice',
  'one-time-notice',
  'decline-notice',
  'rejection-notice',
  'registration-form',
  'application-form',
  'commitment-letter',
  'authorization-letter',
  'settlement-statement',
  'enrolment-certificate',
] as const;
export type DocumentKind = (typeof documentKinds)[number];

/** How each kind is called in lists and, unless the paper says more, in its title. */
export const documentNames: Readonly<Record<DocumentKind, string>> = {
  'acceptance-notice': '受理通知单',
  'one-time-notice': '一次性告知书',
  'decline-notice': '不予受理通知书',
  'rejection-notice': '不予通过决定书',
  'registration-form': '备案表',
  'application-form': '申请表',
  'commitment-letter': '个人承诺书',
  'authorization-letter': '授权委托书',
  'settlement-statement': '结算单',
  'enrolment-certificate': '参保凭证',
};

export interface DocumentContent {
  readonly kind: DocumentKind;
  readonly title: string;
  /** The agency in whose name the paper goes out; null on papers that a citizen writes. */
  readonly agency: string | null;
  /** 「编号：…」 under the title; null where there is none yet. */
  readonly number: string | null;
  /** ISO instant: date of the paper and of the file. */
  readonly issuedAt: string;
  readonly blocks: readonly Block[];
  /** Below the blocks; empty on papers that only the agency seals. */
  readonly signatures: readonly Signature[];
  /** Place of the agency's seal with its date; null on papers that a citizen signs. */
  readonly seal: { readonly agency: string; readonly date: string } | null;
  readonly verification: Verification | null;
}

/** How a third party checks the paper. */
export interface Verification {
  /** Shown in groups of four. */
  readonly code: string;
  /** What the QR holds. */
  readonly url: string;
}

export type Block =
  | { readonly kind: 'heading'; readonly text: string }
  /** `indent`: two characters before the first line, as running text has it. */
  | { readonly kind: 'paragraph'; readonly text: string; readonly indent: boolean }
  | { readonly kind: 'numbered-list'; readonly items: readonly string[] }
  | { readonly kind: 'rows'; readonly rows: readonly Row[] }
  | { readonly kind: 'table'; readonly table: Table }
  | { readonly kind: 'amounts'; readonly amounts: Amounts }
  | { readonly kind: 'steps'; readonly steps: readonly Step[] }
  | { readonly kind: 'note'; readonly title: string; readonly paragraphs: readonly string[] };

/** A term and what stands beside it; `table` spells out a summary in `shown`. */
export interface Row {
  readonly term: string;
  readonly shown: string;
  readonly table?: Table;
}

export interface Table {
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly string[])[];
}
export interface Column {
  readonly title: string;
  /** Share of the width. */
  readonly weight: number;
  readonly align: 'left' | 'center' | 'right';
}

/** A table of money with a total, and that total in capitals. */
export interface Amounts {
  readonly table: Table;
  /** One cell a column. */
  readonly total: readonly string[];
  /** 「人民币…元整」 */
  readonly capital: { readonly term: string; readonly shown: string };
}

export interface Step {
  readonly at: string;
  readonly step: string;
  readonly actor: string;
  readonly note: string;
}

export interface Signature {
  /** 「申请人（签名）」 */
  readonly label: string;
  readonly name: string;
  /** PNG of the handwriting; null leaves a line to sign on. */
  readonly image: Uint8Array | null;
  readonly date: string | null;
}
