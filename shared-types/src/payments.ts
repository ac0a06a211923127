import type { CalendarDate, Fen, Instant } from './values.ts';

/** A case whose decision stands and whose money has not been sent yet. */
export interface PayableCase {
  readonly id: string;
  readonly number: string;
  readonly itemName: string;
  readonly amount: Fen;
  /** As the bank will be told, the account masked; null where the case names no account. */
  readonly payee: { readonly name: string; readonly bank: string; readonly account: string } | null;
  readonly dueAt: CalendarDate | null;
  /** Why this officer cannot pay it now, in words; null when they can. */
  readonly obstacle: string | null;
}

export interface PayablePage {
  readonly items: readonly PayableCase[];
  readonly nextCursor: string | null;
}

interface CountAndTotal {
  readonly count: number;
  readonly total: Fen;
}

export interface PaymentBatchSummary {
  readonly id: string;
  /** Told to the bank with every payment of it. */
  readonly number: string;
  readonly createdAt: Instant;
  readonly createdBy: string;
  /** When its file was first taken, and by whom; null before. */
  readonly exportedAt: Instant | null;
  readonly exportedBy: string | null;
  readonly all: CountAndTotal;
  /** Without a result of the bank so far. */
  readonly waiting: CountAndTotal;
  readonly paid: CountAndTotal;
  readonly refused: CountAndTotal;
}

export interface PaymentView {
  /** Our serial number, which the bank gives back with its result. */
  readonly serial: string;
  readonly caseId: string;
  readonly caseNumber: string;
  readonly itemName: string;
  readonly payee: string;
  readonly bank: string;
  readonly account: string;
  readonly amount: Fen;
  readonly result: 'paid' | 'refused' | null;
  readonly resultOn: CalendarDate | null;
  /** What the bank said to a refusal. */
  readonly reason: string | null;
  /** False while the case has not followed its result yet; it does by itself. */
  readonly settled: boolean;
}

export interface PaymentBatchView extends PaymentBatchSummary {
  readonly payments: readonly PaymentView[];
}

export interface PaymentBatchPage {
  readonly items: readonly PaymentBatchSummary[];
  readonly nextCursor: string | null;
}

/** What an import of the bank's results came to. */
export interface ResultsImport {
  readonly batch: PaymentBatchView;
  /** Rows that were news. */
  readonly applied: number;
  /** Rows that were known already, as in a file that is imported again. */
  readonly known: number;
}

/** `gb18030` is what banks in China take; `utf-8` and `xlsx` have the same columns. */
export type BankFileFormat = 'gb18030' | 'utf-8' | 'xlsx';
