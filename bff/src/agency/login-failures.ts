import { Injectable } from '@nestjs/common';
import { MoreThanOrEqual } from 'typeorm';
import { Database } from '../database/database.js';
import { problem } from '../problems/problem.js';
import { Officer } from './officer.entity.js';

const failuresUntilLock = 5;
const lockMs = 15 * 60_000;

/** Wrong passwords and codes in a row: five lock the account for a while. */
@Injectable()
export class LoginFailures {
  constructor(private readonly database: Database) {}

  /** Throws `login-locked`, saying how long. */
  requireUnlocked({ lockedUntil }: Officer, now: Date): void {
    if (lockedUntil === null || lockedUntil <= now.toISOString()) return;
    const seconds = Math.ceil((Date.parse(lockedUntil) - now.getTime()) / 1000);
    throw problem('login-locked', {
      detail: `连续输错 ${failuresUntilLock} 次，账号锁定了。请等 ${Math.ceil(seconds / 60)} 分钟再试；急用请管理员在「人员」里解锁。`,
      retryAfterSeconds: seconds,
    });
  }

  /** Counted in the database, so that guesses that come together count each. */
  async count({ id }: Officer, now: Date): Promise<void> {
    await this.database.transaction(async (tx) => {
      await tx.increment(Officer, { id }, 'failedLogins', 1);
      const lockedUntil = new Date(now.getTime() + lockMs).toISOString();
      await tx.update(
        Officer,
        { id, failedLogins: MoreThanOrEqual(failuresUntilLock) },
        { failedLogins: 0, lockedUntil },
      );
    });
  }
}
