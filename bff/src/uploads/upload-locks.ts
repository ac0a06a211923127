import type { Lock, Locker, RequestRelease } from '@tus/server';
import { problem } from '../problems/problem.js';

interface Held {
  readonly askToRelease: RequestRelease;
  /** Called once it is free again. */
  readonly waiting: (() => void)[];
}

/**
 * One request at a time for each upload. A PATCH is refused while another one runs; HEAD and DELETE ask the one that
 * runs to end with what it has, so that a phone that changed its network need not wait for its dead connection.
 * Other processes are held off by the compare-and-set on the row (`TusStore`).
 */
export class UploadLocks {
  readonly #held = new Map<string, Held>();

  readonly refusing: Locker = { newLock: (id) => this.#lock(id, false) };
  readonly waiting: Locker = { newLock: (id) => this.#lock(id, true) };

  #lock(id: string, waits: boolean): Lock {
    return {
      lock: async (signal, askToRelease) => {
        for (let holder = this.#held.get(id); holder !== undefined; holder = this.#held.get(id)) {
          if (!waits || signal.aborted) throw problem('upload-busy');
          const { waiting } = holder;
          const released = new Promise<void>((resolve) => waiting.push(resolve));
          await holder.askToRelease();
          await released;
        }
        this.#held.set(id, { askToRelease, waiting: [] });
      },
      unlock: async () => {
        const waiting = this.#held.get(id)?.waiting ?? [];
        this.#held.delete(id);
        for (const go of waiting) go();
      },
    };
  }
}
