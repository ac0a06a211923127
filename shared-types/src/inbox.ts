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
