import type { CalendarDate, Fen } from './values.ts';

/** Kinds of paper that the reader knows, by the `paper` of the catalogue. */
export type ReadablePaper =
  | 'receipt'
  | 'expense-list'
  | 'medical-record'
  | 'diagnosis-certificate'
  | 'identity-card'
  | 'household-register'
  | 'bank-card';

/** `unsure`: the print was not clear or a check failed; the person is asked to compare it with the paper. */
export interface ReadField<T> {
  readonly value: T;
  readonly confidence: 'sure' | 'unsure';
}
/** Null where it was not found. */
export type Read<T> = ReadField<T> | null;

/** 医疗收费电子票据 and printed ones. */
export interface ReceiptReading {
  readonly kind: 'receipt';
  /** 票据代码; null for a fully digital invoice, which has none. */
  readonly code: Read<string>;
  /** 票据号码. */
  readonly number: Read<string>;
  /** 校验码. */
  readonly checkCode: Read<string>;
  /** 交款人. */
  readonly payer: Read<string>;
  /** 开票日期. */
  readonly date: Read<CalendarDate>;
  /** 合计, in figures; unsure unless the capitals say the same. */
  readonly total: Read<Fen>;
  /** 合计, in capitals. */
  readonly totalInCapitals: Read<Fen>;
  /** 医保统筹基金支付. */
  readonly fund: Read<Fen>;
  /** 个人账户支付. */
  readonly account: Read<Fen>;
  /** 个人现金支付. */
  readonly cash: Read<Fen>;
  /** 个人自付. */
  readonly own: Read<Fen>;
  /** 收款单位. */
  readonly hospital: Read<string>;
  readonly items: readonly ReadItem[];
}

/** A line of a receipt: 「西药费 120.00」. */
export interface ReadItem {
  readonly name: string;
  readonly amount: Fen;
  readonly confidence: 'sure' | 'unsure';
}

/** 费用清单. */
export interface ExpenseListReading {
  readonly kind: 'expense-list';
  readonly name: Read<string>;
  readonly hospital: Read<string>;
  readonly total: Read<Fen>;
}

/** 出院记录, 诊断证明, 病历. */
export interface MedicalReading {
  readonly kind: 'medical';
  readonly name: Read<string>;
  readonly diagnosis: Read<string>;
  readonly admittedOn: Read<CalendarDate>;
  readonly dischargedOn: Read<CalendarDate>;
  /** The date under a certificate. */
  readonly issuedOn: Read<CalendarDate>;
  readonly hospital: Read<string>;
}

/** 居民身份证, either side. */
export interface IdentityCardReading {
  readonly kind: 'identity-card';
  readonly name: Read<string>;
  /** GB 11643; unsure when its check character is wrong. */
  readonly idNumber: Read<string>;
  readonly birthday: Read<CalendarDate>;
  readonly address: Read<string>;
  readonly authority: Read<string>;
  readonly validFrom: Read<CalendarDate>;
  /** A date, or `long-term` for 长期. */
  readonly validUntil: Read<string>;
}

/** A page of the 户口簿: 常住人口登记卡. */
export interface HouseholdRegisterReading {
  readonly kind: 'household-register';
  readonly name: Read<string>;
  readonly idNumber: Read<string>;
  readonly birthday: Read<CalendarDate>;
  readonly address: Read<string>;
  /** 何时由何地迁来本址 (or 本市): the date. */
  readonly movedInOn: Read<CalendarDate>;
}

export interface BankCardReading {
  readonly kind: 'bank-card';
  /** Unsure when its Luhn digit is wrong. */
  readonly number: Read<string>;
  readonly bank: Read<string>;
}

export type PaperContent =
  | ReceiptReading
  | ExpenseListReading
  | MedicalReading
  | IdentityCardReading
  | HouseholdRegisterReading
  | BankCardReading;

/** What the reader says of the photo itself, beside the photo check. */
export type ReadingFinding = 'wrong-paper' | 'cut-off' | 'blurred';

export interface PaperReading {
  readonly content: PaperContent;
  /** What its words say it is, null where they say nothing. */
  readonly looksLike: ReadablePaper | null;
  readonly findings: readonly ReadingFinding[];
  /** Its print is plain, dark or soft as the photo may look. */
  readonly legible: boolean;
  /** By how many degrees the photo must be turned clockwise to stand upright. */
  readonly turned: 0 | 90 | 180 | 270;
}

/** Answer of `GET /uploads/{id}/reading`. `none`: not a paper that is read, or it could not be. */
export type UploadReading =
  { readonly status: 'pending' | 'none' } | { readonly status: 'done'; readonly reading: PaperReading };
