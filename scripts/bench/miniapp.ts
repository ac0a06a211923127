/**
 * `npm run bench -- miniapp`: what both builds of the mini-program weigh and how soon they can be used, against the running
 * product. The WeChat build runs in Tencent's component framework in Chromium (stack.md): script time there is V8's, not a
 * phone's JavaScriptCore. Goals: goals.md, Performance.
 */
import path from 'node:path';
import { startProduct } from '../../test/server/running-server.ts';
import { measureBrowser } from './miniapp/browser.ts';
import { measureWeapp } from './miniapp/weapp.ts';
import type { BenchOptions, Figure } from './figure.ts';

const dist = path.join(import.meta.dirname, '../../miniapp/dist');

export async function measureMiniapp({ sample, say }: BenchOptions): Promise<readonly Figure[]> {
  const product = await startProduct();
  try {
    say('WeChat build');
    const weapp = await measureWeapp(product, path.join(dist, 'weapp'));
    say('browser build');
    return [...weapp, ...(await measureBrowser(product, path.join(dist, 'h5'), sample ?? 3))];
  } finally {
    await product.stop();
  }
}
