import type { Instant, Page } from './values.ts';

export interface InboxEntry {
  readonly id: string;
  readonly caseId: string | null;
  readonly title: string;
  readonly body: string;
  readonly at: Instant;
  readonly read: boolean;
}

export type InboxPage = Page<InboxEntry>;

/** Messages by WeChat on this phone; no templates in a browser, or where the agency has none. */
export interface SubscriptionsView {
  readonly templates: readonly {
    readonly topic: 'progress' | 'supplement' | 'result';
    /** What WeChat's dialog is asked for. */
    readonly templateId: string;
    /** Messages that may still be sent. */
    readonly left: number;
  }[];
}
