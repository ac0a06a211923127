import type { RatingGrade } from './cases.ts';
import type { CalendarDate, Instant, Page, RegionCode } from './values.ts';

/** 整改 after a bad rating, as the person sees it. */
export interface RectificationView {
  readonly dueAt: CalendarDate;
  readonly dueProvisional: boolean;
  /** Null while it is open. */
  readonly closedOn: CalendarDate | null;
  /** What came of it, in the agency's words; null while it is open. */
  readonly outcome: string | null;
}

/** An open rectification on the officers' desk. */
export interface RectificationEntry {
  /** Id of the case; there is one rectification of a case at most. */
  readonly id: string;
  readonly number: string;
  readonly item: string;
  readonly itemName: string;
  readonly grade: RatingGrade;
  readonly comment: string | null;
  readonly ratedAt: Instant;
  readonly dueAt: CalendarDate;
  readonly dueProvisional: boolean;
  readonly overdue: boolean;
  /** Why this officer can't close it, in words; null where they can. */
  readonly whyNot: string | null;
}

/** Answer of `GET /agency/rectifications`: what is due first at the top. */
export type RectificationPage = Page<RectificationEntry>;

/** How people rated one item. */
export interface ItemRatings {
  readonly item: string;
  readonly itemName: string;
  readonly ratings: number;
  /** Of each grade, from 非常满意 to 非常不满意. */
  readonly grades: readonly { readonly grade: RatingGrade; readonly count: number; readonly share: number }[];
  /** 好评率: share of 非常满意, 满意 and 基本满意, 0 … 1; null without a rating. */
  readonly satisfied: number | null;
  readonly rectifications: {
    readonly opened: number;
    readonly closed: number;
    readonly closedInTime: number;
  };
}

/** Answer of `GET /regions/{region}/ratings`: every item of the region. */
export interface RegionRatings {
  readonly region: RegionCode;
  readonly regionName: string;
  /** First day that is counted, and the moment of counting. */
  readonly from: CalendarDate;
  readonly countedAt: Instant;
  readonly items: readonly ItemRatings[];
}
