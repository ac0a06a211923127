/** The UI kit in the WeChat build: names, modes, signature, sheet, and what it costs in setData and nodes. */
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { buildGallery } from '../gallery-build.ts';
import { openWeapp } from './open-weapp.ts';
import type { OpenOptions, Weapp } from './open-weapp.ts';

const NOWHERE = 'http://127.0.0.1:9';
let distDir: string;

before(async () => {
  distDir = await buildGallery('weapp');
});

function openGallery(options: Partial<OpenOptions> = {}): Promise<Weapp> {
  return openWeapp({ distDir, apiBase: NOWHERE, url: '/packages/gallery/index/index', ...options });
}

test('everything shows, inside the platform’s limits of nodes, depth, children and setData', async () => {
  await using weapp = await openGallery();
  await weapp.waitFor('组件样例');
  const { nodes, depth, children } = await weapp.counts();
  assert.ok(nodes <= 1000 && depth <= 30 && children <= 60, JSON.stringify({ nodes, depth, children }));
  assert.ok((await weapp.bytes()) <= 64 * 1024, `${await weapp.bytes()} bytes of setData`);
  assert.deepEqual(weapp.problems, []);
});

test('what is nested deeper than the templates go shows too', async () => {
  await using weapp = await openGallery();
  await weapp.waitFor('第二十层也看得见');
});

test('roles, names and states reach WeChat', async () => {
  await using weapp = await openGallery();
  await weapp.waitFor('组件样例');
  const seen = await weapp.browserPage.evaluate(() => {
    const state = (selector: string, name: string) => {
      const node = (
        document.querySelector(selector) as unknown as { __wxElement: { getAttribute(name: string): unknown } }
      ).__wxElement;
      return node.getAttribute(name);
    };
    return [
      state('.choice.is-chosen', 'aria-role'),
      state('.choice.is-chosen', 'aria-label'),
      state('.choice.is-chosen', 'aria-checked'),
      state('.choice:not(.is-chosen)', 'aria-checked'),
      state('.row.is-pressable', 'aria-label'),
      state('.icon', 'aria-hidden'),
      state('.row.is-pressable', 'aria-hidden'),
      state('.button.is-disabled', 'aria-disabled'),
    ];
  });
  const words = '拍户口簿，首页和您本人那一页';
  assert.deepEqual(seen, ['radio', words, true, false, '异地安置退休人员备案，当场办结', true, false, true]);
});

test('a key costs one setData of at most 1 KB', async () => {
  await using weapp = await openGallery();
  await weapp.waitFor('组件样例');
  await weapp.forgetSetData();
  await weapp.input('联系电话', '13900001111', { keyByKey: true });
  const calls = await weapp.setDataCalls();
  assert.equal(calls.length, 11);
  assert.ok(
    calls.every(({ bytes }) => bytes <= 1024),
    JSON.stringify(calls),
  );
});

test('a large type size on the phone starts elder mode; the switch leaves it, and it is remembered', async () => {
  await using first = await openGallery({ fontSizeScaleFactor: 1.4 });
  await first.tap('换回标准版');
  await first.waitFor('长辈版');
  await using second = await openGallery({ fontSizeScaleFactor: 1.4, storage: await first.storage() });
  await second.waitFor('长辈版');
});

test('a name is signed, a date picked, a place chosen, a deed asked about once', async () => {
  await using weapp = await openGallery();
  await weapp.waitFor('组件样例');
  await weapp.tap('签好了');
  await weapp.waitFor('还没有签名');
  const line = Array.from({ length: 30 }, (_, step) => ({ x: 40 + step * 6, y: 100 + 30 * Math.sin(step / 3) }));
  await weapp.draw('.signature-canvas', line);
  await weapp.browserPage.waitForTimeout(600); // a tap within half a second counts as a double tap
  await weapp.tap('签好了');
  await weapp.waitFor('签名图');
  assert.ok((await weapp.strokes()) >= 29);
  await weapp.pick('从哪天开始住在那里，请选择日期', '2026-03-01');
  await weapp.waitFor('2026-03-01');
  for (const place of ['山西省', '运城市', '新绛县']) {
    await weapp.waitFor(place);
    await weapp.tap(place);
  }
  await weapp.tap('撤回申请');
  await weapp.waitFor('要撤回这份申请吗');
  await weapp.tap('先不');
  assert.deepEqual(weapp.problems, []);
});

test('the scanner is WeChat’s own; leaving it says nothing', async () => {
  await using weapp = await openGallery();
  await weapp.waitFor('组件样例');
  await weapp.tap('开始扫码');
  await weapp.waitFor('打开扫一扫');
  await weapp.tap('打开扫一扫');
  await weapp.browserPage.waitForTimeout(600);
  assert.ok(!(await weapp.text()).includes('没有扫出二维码'));
  await weapp.willScan('YB1:0042');
  await weapp.tap('打开扫一扫');
  await weapp.waitFor('扫到：YB1:0042');
});

test('without a network the page says so', async () => {
  await using weapp = await openGallery();
  await weapp.waitFor('组件样例');
  await weapp.setOnline(false);
  await weapp.waitFor('没有网络');
});
