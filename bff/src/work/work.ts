/**
 * Work that waits in a table. The table is the truth: queues only carry ids to whoever has a hand free, so that a queue
 * that is lost loses no work.
 */
export interface Work {
  /** Also the name of its queue. */
  readonly name: string;
  /** How many of them one process does at once. */
  readonly atOnce: number;
  /** How often the table is looked at. */
  readonly lookMs: number;
  /** How long a done id is remembered, so that no other process does it again; without it an id may come back at once. */
  readonly rememberedMs?: number;
  /** Ids of what is due now, the longest waiting first. */
  due(limit: number): Promise<readonly string[]>;
  /**
   * Does one of them, unless it is no longer due: somebody else may have been faster. When it may be tried again stands in
   * the table. `stop`: the process is about to end.
   */
  perform(id: string, stop: AbortSignal): Promise<void>;
}

/** Something that is done once in each span of time, by whichever process is first; doing it twice must not hurt. */
export function rounds(about: {
  readonly name: string;
  readonly everyMs: number;
  readonly now: () => Date;
  readonly run: () => Promise<void>;
}): Work {
  const { name, everyMs, now, run } = about;
  const current = (): number => Math.floor(now().getTime() / everyMs);
  let offered = current();
  return {
    name,
    atOnce: 1,
    lookMs: Math.min(everyMs, 5000),
    rememberedMs: everyMs,
    due: async () => {
      const round = current();
      if (round === offered) return [];
      offered = round;
      return [`round-${round}`];
    },
    perform: run,
  };
}
