import type { CalendarDate, Instant, RegionCode } from './values.ts';

/** Working days that cases took: median and the 90th percentile by nearest rank; null where there was no case. */
export interface DaysTaken {
  readonly cases: number;
  readonly median: number | null;
  readonly p90: number | null;
}

/** Counts; a share is one count over another, so that lines can be added up. */
export interface FigureLine {
  /** Filed in the period. */
  readonly submitted: number;
  /** Of those submitted: decided at once. */
  readonly immediate: number;
  /** Of those submitted: asked to supplement so far. */
  readonly sentBack: number;
  /** Of those submitted and not decided at once: working days from filing to acceptance. */
  readonly daysToAccept: DaysTaken;
  /** As of now, whenever they were filed. */
  readonly open: number;
  readonly overdue: number;
  /** Ended in the period, by how. */
  readonly granted: number;
  readonly declined: number;
  readonly rejected: number;
  readonly withdrawn: number;
  /**
   * Of those granted or rejected in the period, but not at once: working days from acceptance to the end, without those
   * on which the applicant had to supplement, as the time limit counts them.
   */
  readonly daysToClose: DaysTaken;
  /** Given in the period. `bad`: 不满意 and 非常不满意. `mean` of 5 … 1. */
  readonly ratings: { readonly count: number; readonly mean: number | null; readonly bad: number };
}

export interface ItemFigures extends FigureLine {
  readonly item: string;
  readonly name: string;
}

export interface OfficerFigures {
  readonly id: string;
  readonly name: string;
  /** Cases in hand now. */
  readonly claimed: number;
  /** Cases reviewed or paid in the period. */
  readonly decided: number;
}

export interface AgencyFigures {
  readonly region: RegionCode;
  readonly regionName: string;
  /** Days in Asia/Shanghai, both included. */
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly at: Instant;
  readonly total: FigureLine;
  /** Items with anything to count. */
  readonly items: readonly ItemFigures[];
  readonly officers: readonly OfficerFigures[];
  /** Why cases were sent back: what the notices of the period say, the most frequent first. */
  readonly reasons: {
    /** Reasons looked at: those of the period's last 1000 notices. */
    readonly counted: number;
    /** What was given at least twice. */
    readonly frequent: readonly { readonly reason: string; readonly count: number }[];
  };
  readonly series: {
    readonly step: 'day' | 'month';
    /** `yyyy-MM-dd` or `yyyy-MM`; every step of the period is there. */
    readonly points: readonly { readonly at: string; readonly submitted: number; readonly closed: number }[];
  };
}
