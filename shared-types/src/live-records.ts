/** What the insurance platform says now: never kept, always with its source and time. */
import type { CalendarDate, Fen, Instant } from './values.ts';

interface Live {
  /** 「国家医保信息平台」 */
  readonly source: string;
  readonly asOf: Instant;
}

/** Answer of `GET /me/accounts`: the personal account, and its movements in the period, newest first. */
export interface AccountsView extends Live {
  readonly accounts: readonly {
    readonly insuranceName: string;
    readonly balance: Fen;
    readonly open: boolean;
  }[];
  /** Both days included. */
  readonly period: { readonly from: CalendarDate; readonly to: CalendarDate };
  readonly movements: readonly {
    readonly date: CalendarDate;
    readonly kind: string;
    /** Negative when money went out. */
    readonly amount: Fen;
    readonly balance: Fen;
    readonly memo: string;
  }[];
  readonly received: Fen;
  readonly spent: Fen;
}

/** Answer of `GET /me/payments`: newest year first. */
export interface PaymentsView extends Live {
  readonly years: readonly {
    readonly year: string;
    readonly insuranceName: string;
    readonly months: number;
    readonly base: Fen;
    readonly personal: Fen;
    readonly employer: Fen;
    readonly subsidy: Fen;
    readonly statusName: string;
  }[];
  readonly months: number;
}

/** Answer of `GET /me/entitlements`: chronic-disease entitlements, those in force first. */
export interface EntitlementsView extends Live {
  readonly entitlements: readonly {
    readonly id: string;
    readonly disease: string;
    readonly hospital: string;
    readonly begins: CalendarDate;
    readonly ends: CalendarDate | null;
    readonly inForce: boolean;
  }[];
}

/** Answer of `GET /units/{creditCode}/enrolment`. */
export interface UnitEnrolmentView extends Live {
  readonly name: string;
  readonly creditCode: string;
  readonly statusName: string;
  readonly place: string;
  readonly members: number;
  readonly averageMonthlyWage: Fen | null;
}
