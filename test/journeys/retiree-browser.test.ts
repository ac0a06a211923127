/** Journeys 1 and 2 in Chromium: on SQLite in the normal size, on MariaDB in elder mode. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { credentialQr } from '../../scripts/client/citizen.ts';
import { startProduct } from '../server/running-server.ts';
import type { RunningProduct } from '../server/running-server.ts';
import { firstStart } from './beginning.ts';
import { browserHands } from './browser-hands.ts';
import { retireeCommits, retireeFilesOnce, retireeIsKnown } from './retiree.ts';
import type { Setting } from './retiree.ts';

for (const database of ['sqlite', 'mariadb'] as const) {
  describe(`the retiree in the browser, on ${database}`, () => {
    let product: RunningProduct;
    before(async () => {
      product = await startProduct({ database });
    });
    after(() => product.stop());
    const setting = (): Setting => ({ product, openHands: browserHands, elder: database === 'mariadb' });

    retireeIsKnown(database, setting);
    test(`${database}: the camera reads the credential, and one’s own enrolment is seen`, async () => {
      const qr = await credentialQr(product.sandboxUrl, 'retiree-xinjiang-county');
      await using hands = await browserHands(product.baseUrl, { cameraSees: qr });
      await firstStart(hands);
      await hands.press('扫医保电子凭证');
      for (const words of ['卫*芳，您好', '新绛县', '职工基本医疗保险', '正常参保']) await hands.see(words);
      assert.deepEqual(hands.problems, []);
    });
    retireeFilesOnce(database, setting);
    retireeCommits(database, setting);
  });
}
