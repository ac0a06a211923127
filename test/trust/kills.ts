/**
 * KILLS (100): how often each database's server is killed, a tenth of them while it makes its tables; `npm run soak`
 * takes 2,000, in rounds that are each gone through to the last row.
 */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { startProduct, type DatabaseName } from '../server/running-server.ts';
import { aims, killRun } from './kill-run.ts';
import { killMigrations } from './migration-kills.ts';

const kills = Number(process.env['KILLS'] ?? 100);
const migrating = Math.floor(kills / 10);
const working = kills - migrating;
const mostInRound = 100;
const rounds = Array.from({ length: Math.ceil(working / mostInRound) }, (_, i) =>
  Math.min(mostInRound, working - i * mostInRound),
);

export function killsOn(database: DatabaseName): void {
  describe(`killed at random on ${database}`, () => {
    test(`after ${migrating} kills while its tables are made the next start goes on from there`, async (t) => {
      t.diagnostic(JSON.stringify(await killMigrations(database, migrating)));
    });

    for (const [round, count] of rounds.entries())
      test(`round ${round + 1}: after ${count} kills at work nothing acknowledged is lost, nothing is done twice, every retry gets the same answer`, async (t) => {
        const product = await startProduct({ database, standby: true, env: { LOG_LEVEL: 'error' } });
        try {
          const report = await killRun(product, count);
          t.diagnostic(JSON.stringify(report));
          // Few kills may miss what they were aimed at.
          if (count >= 10 * aims.length)
            for (const aim of aims) assert.ok((report.struck[aim] ?? 0) > 0, `no kill struck ${aim}`);
        } finally {
          await product.stop();
        }
      });
  });
}
