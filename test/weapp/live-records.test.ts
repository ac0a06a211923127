/** The queries of one's own records in the WeChat build: no page takes more than an old phone bears. */
import assert from 'node:assert/strict';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { startProduct, type RunningProduct } from '../server/running-server.ts';
import { openWeapp } from './open-weapp.ts';

const distDir = process.env['WEAPP_DIR'] ?? path.join(import.meta.dirname, '../../miniapp/dist/weapp');
/** stack.md: a first screen of more is felt on an old phone. */
const FIRST_SCREEN_BYTES = 64 * 1024;

let product: RunningProduct;
before(async () => {
  product = await startProduct();
});
after(() => product.stop());

test('account, payments and entitlements, from the front page', async () => {
  const code = (await (await fetch(`${product.sandboxUrl}/wechat/code`, { method: 'POST' })).json()) as {
    code: string;
  };
  const issued = await fetch(`${product.sandboxUrl}/people/retiree-90/qr`, { method: 'POST' });
  const { qr } = (await issued.json()) as { qr: string };
  await using weapp = await openWeapp({
    distDir,
    apiBase: product.baseUrl,
    loginCodes: [code.code],
    privacyAgreed: true,
  });
  await weapp.tap('同意，继续');
  await weapp.tap('不用，标准的就好');
  await weapp.tap('扫医保电子凭证');
  await weapp.willScan(qr);
  await weapp.tap('打开扫一扫');
  await weapp.waitFor('正常参保');
  await weapp.tap('看看能办什么');
  await weapp.tap('点开看参保状态');
  await weapp.waitFor('还可以查');
  for (const [row, words] of [
    ['个人账户', '现在的余额'],
    ['缴费记录', '一共缴了'],
    ['慢特病待遇', '正在享受'],
  ] as const) {
    await weapp.forgetSetData();
    await weapp.tap(row);
    await weapp.waitFor(words);
    await weapp.waitFor('来源：国家医保信息平台');
    assert.ok((await weapp.bytes()) < FIRST_SCREEN_BYTES, `${row} took ${await weapp.bytes()} bytes`);
    await weapp.back();
    await weapp.waitFor('还可以查');
  }
  assert.deepEqual(weapp.problems, []);
});
