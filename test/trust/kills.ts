/**
 * KILLS (100): how often each database's server is killed, a tenth of them while it makes its tables; `npm run soak`
 * takes 2,000.
 */
import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { startProduct, type DatabaseName } from '../server/running-server.ts';
import { aims, killRun } from './kill-run.ts';
import { killMigrations } from './migration-kills.ts';

const kills = Number(process.env['KILLS'] ?? 100);
const migrating = Math.floor(kills / 10);
const working = kills - migrating;

export function killsOn(database: DatabaseName): void {
  describe(`killed at random on ${database}`, async () => {
    const product = await startProduct({ database, standby: true, env: { LOG_LEVEL: 'error' } });
    after(product.stop);

    test(`after ${migrating} kills while its tables are made the next start goes on from there`, async (t) => {
      t.diagnostic(JSON.stringify(await killMigrations(database, migrating)));
    });

    test(`after ${working} kills at work nothing acknowledged is lost, nothing is done twice, every retry gets the same answer`, async (t) => {
      const report = await killRun(product, working);
      t.diagnostic(JSON.stringify(report));
      // Few kills may miss what they were aimed at.
      if (working >= 10 * aims.length)
        for (const aim of aims) assert.ok((report.struck[aim] ?? 0) > 0, `no kill struck ${aim}`);
    });
  });
}
