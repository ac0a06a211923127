import type { CalendarDate, Page, RegionCode } from './values.ts';

/** A public notice (公示), open to everyone. */
export interface PublicNoticeView {
  readonly id: string;
  readonly region: RegionCode;
  readonly itemName: string;
  /** The institution that it is about. */
  readonly subject: string;
  readonly agency: string;
  readonly from: CalendarDate;
  /** Last day on which objections are taken. */
  readonly until: CalendarDate;
  readonly running: boolean;
  /** How to object, in one sentence. */
  readonly objections: string;
}

export type PublicNoticePage = Page<PublicNoticeView>;
