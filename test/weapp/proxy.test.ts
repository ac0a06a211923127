/** Filing for somebody else in the WeChat build: the list of 「给谁办」, and the page that the principal signs on. */
import assert from 'node:assert/strict';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { CitizenClient, credentialQr } from '../../scripts/client/citizen.ts';
import { askedFor, granted } from '../api/granted.ts';
import { startProduct, type RunningProduct } from '../server/running-server.ts';
import { openWeapp, type OpenOptions, type Weapp } from './open-weapp.ts';

const distDir = path.join(import.meta.dirname, '../../miniapp/dist/weapp');
/** stack.md: a first screen of more is felt on an old phone. */
const FIRST_SCREEN_BYTES = 64 * 1024;

let product: RunningProduct;
before(async () => {
  product = await startProduct();
});
after(() => product.stop());

const scanned = (person: string): Promise<CitizenClient> =>
  CitizenClient.scanned(product.baseUrl, product.sandboxUrl, person);

async function phoneAt(url: string, more: Partial<OpenOptions> = {}): Promise<Weapp> {
  const issued = await fetch(`${product.sandboxUrl}/wechat/code`, { method: 'POST' });
  const { code } = (await issued.json()) as { code: string };
  return openWeapp({ distDir, apiBase: product.baseUrl, url, loginCodes: [code], privacyAgreed: true, ...more });
}

async function scans(weapp: Weapp, person: string): Promise<void> {
  await weapp.waitFor('扫码前，请先同意');
  await weapp.tap('同意，去扫码');
  await weapp.willScan(await credentialQr(product.sandboxUrl, person));
  await weapp.tap('打开扫一扫');
  await weapp.tap('是我，继续办');
}

test('a link that was sent is read, scanned for and signed', async () => {
  const daughter = await scanned('daughter-gansu');
  const { id, link } = await askedFor(daughter, { items: ['inpatient-reimbursement'] });
  await using weapp = await phoneAt(`packages/proxy/sign/index?code=${link?.code ?? ''}`);
  await weapp.waitFor('周*梅想替您办医保的事');
  await weapp.waitFor('住院费用报销');
  assert.ok((await weapp.bytes()) < FIRST_SCREEN_BYTES, `the page took ${await weapp.bytes()} bytes`);
  await weapp.tap('看清楚了，扫我的医保码');
  await scans(weapp, 'retiree-90');
  await weapp.waitFor('愿意的话，在这里签名');
  await weapp.draw(
    '.signature-canvas',
    Array.from({ length: 15 }, (_, step) => ({ x: 30 + step * 15, y: 100 + Math.sin(step) * 40 })),
  );
  await weapp.tap('签好了');
  await weapp.waitFor('周玉梅可以替您办了');
  assert.equal((await daughter.api.call<{ state: string }>('GET', `/grants/${id}`)).state, 'active');
  assert.deepEqual(weapp.problems, []);
});

test('for whom is a list, asked before the first question and said on every page', async () => {
  const daughter = await scanned('daughter-gansu');
  await granted(daughter, await scanned('retiree-gansu'));
  await using weapp = await phoneAt('packages/filing/index/index?item=settlement-coordination&region=620000');
  await weapp.tap('去扫码');
  await scans(weapp, 'daughter-gansu');
  await weapp.waitFor('给谁办？');
  for (const words of ['我自己 周*梅', '妈妈 赵*兰', '添加家人']) await weapp.waitFor(words);
  await weapp.forgetSetData();
  await weapp.tap('妈妈 赵*兰');
  await weapp.waitFor('第 1 步');
  await weapp.waitFor('妈妈 赵*兰');
  assert.ok((await weapp.bytes()) < FIRST_SCREEN_BYTES, `the form took ${await weapp.bytes()} bytes`);
  await weapp.tap('换人');
  await weapp.waitFor('给谁办？');
  assert.deepEqual(weapp.problems, []);
});
