/** Journeys 1 and 2 in the WeChat build, from the same sources. */
import { after, before, describe } from 'node:test';
import { startProduct } from '../server/running-server.ts';
import type { RunningProduct } from '../server/running-server.ts';
import { retireeCommits, retireeFilesOnce, retireeIsKnown } from './retiree.ts';
import type { Setting } from './retiree.ts';
import { weappHands } from './weapp-hands.ts';

describe('the retiree in the WeChat build', () => {
  let product: RunningProduct;
  before(async () => {
    product = await startProduct();
  });
  after(() => product.stop());
  const setting = (): Setting => ({
    product,
    openHands: (serverUrl) => weappHands(serverUrl, product.sandboxUrl),
    elder: false,
  });

  retireeIsKnown('WeChat', setting);
  retireeFilesOnce('WeChat', setting);
  retireeCommits('WeChat', setting);
});
