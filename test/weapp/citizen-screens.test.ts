/** The screens around a case in the WeChat build, against the running product, with what each costs in setData. */
import assert from 'node:assert/strict';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { startProduct, type RunningProduct } from '../server/running-server.ts';
import { openWeapp } from './open-weapp.ts';

const distDir = path.join(import.meta.dirname, '../../miniapp/dist/weapp');
/** stack.md: a first screen of more is felt on an old phone. */
const FIRST_SCREEN_BYTES = 64 * 1024;
const KEYSTROKE_BYTES = 1024;

let product: RunningProduct;

before(async () => {
  product = await startProduct();
});
after(() => product.stop());

async function credentialOf(person: string): Promise<string> {
  const issued = await fetch(`${product.sandboxUrl}/people/${person}/qr`, { method: 'POST' });
  return ((await issued.json()) as { qr: string }).qr;
}

async function loginCode(): Promise<string> {
  const issued = await fetch(`${product.sandboxUrl}/wechat/code`, { method: 'POST' });
  return ((await issued.json()) as { code: string }).code;
}

test('from first start to one’s own enrolment, with small updates', async () => {
  await using weapp = await openWeapp({
    distDir,
    apiBase: product.baseUrl,
    loginCodes: [await loginCode()],
    privacyAgreed: false,
  });
  await weapp.waitFor('先说说您的个人信息');
  await weapp.tap('同意，继续');
  await weapp.tap('要大字，用长辈版');
  await weapp.waitFor('或者先选参保地');
  await weapp.forgetSetData();
  await weapp.tap('新绛县');
  await weapp.waitFor('您遇到了什么事');
  assert.ok((await weapp.bytes()) < FIRST_SCREEN_BYTES, `the front page took ${await weapp.bytes()} bytes`);

  await weapp.forgetSetData();
  await weapp.input('.entry-input', '生', { keyByKey: true });
  const [keystroke, ...more] = await weapp.setDataCalls();
  assert.deepEqual(more, []);
  assert.ok((keystroke?.bytes ?? 0) < KEYSTROKE_BYTES);
  await weapp.input('.entry-input', '生孩子报销', { keyByKey: true });
  await weapp.waitFor('找到这些');

  await weapp.tap('去外地住');
  await weapp.tap('异地安置退休人员备案');
  await weapp.waitFor('这些不用您带');
  await weapp.tap('扫医保码，开始办理');
  await weapp.willScan('https://example.com/not-a-credential');
  await weapp.tap('打开扫一扫');
  await weapp.waitFor('这不是医保电子凭证二维码');
  await weapp.tap('再扫一次');
  await weapp.willScan(await credentialOf('retiree-xinjiang-county'));
  await weapp.tap('打开扫一扫');
  await weapp.waitFor('正常参保');
  await weapp.tap('是我，继续办');
  await weapp.waitFor('开始办理');
  assert.equal(await weapp.page(), 'pages/item/index');

  await weapp.back();
  await weapp.back();
  await weapp.tap('我的');
  await weapp.waitFor('退出登录');
  await weapp.tap('我的参保和异地备案');
  await weapp.waitFor('没有正在生效的备案');
  assert.deepEqual(weapp.problems, []);
});

test('the same phone started again shows the front page before the network answers', async () => {
  const first = await openWeapp({ distDir, apiBase: product.baseUrl });
  await first.waitFor('先说说您的个人信息');
  await first.tap('不同意，先看看');
  await first.tap('不用，标准的就好');
  await first.tap('甘肃省');
  await first.waitFor('您遇到了什么事');
  const storage = await first.storage();
  await first.close();

  await using again = await openWeapp({ distDir, apiBase: 'http://127.0.0.1:9', storage });
  await again.waitFor('您遇到了什么事');
  await again.waitFor('基本医疗保险关系转移接续');
  assert.ok((await again.bytes()) < FIRST_SCREEN_BYTES);
});
