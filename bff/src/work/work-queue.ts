import type { Work } from './work.js';

export const WORK_QUEUE = Symbol('work-queue');

/** Between those who know of work and those who do it: in this process, or in Redis for all processes. */
export interface WorkQueue {
  /** Hands ids on; one that waits or is being done already is not doubled. Throws when the queue cannot be reached. */
  offer(work: string, ids: readonly string[]): Promise<void>;
  /** From now on this process does its part of the work. `perform` never rejects. */
  serve(work: Work): void;
  /** Takes nothing new, and waits for what is being done. */
  close(): Promise<void>;
}
