/** KILLS (10): how often each database's server is killed while it is at work (a start costs 2 s of CPU); `npm run soak` takes more. */
import { after, describe, test } from 'node:test';
import { startProduct, type DatabaseName } from '../server/running-server.ts';
import { killRun } from './kill-run.ts';

const kills = Number(process.env['KILLS'] ?? 10);

export function killsOn(database: DatabaseName): void {
  describe(`killed at random on ${database}`, async () => {
    const product = await startProduct({ database, env: { LOG_LEVEL: 'error' } });
    after(product.stop);

    test(`after ${kills} kills nothing acknowledged is lost, nothing is done twice, every retry gets the same answer`, async (t) => {
      t.diagnostic(JSON.stringify(await killRun(product, kills)));
    });
  });
}
