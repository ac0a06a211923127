/** Journey 2 by the keyboard and the names that a screen reader says alone: no mouse, no finger, no selector of ours. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { credentialQr } from '../../scripts/client/citizen.ts';
import { drawnPaper } from '../../scripts/demo/drawn-papers.ts';
import { qrPng } from '../qr-picture.ts';
import { startProduct, type RunningProduct } from '../server/running-server.ts';
import { openPhone } from './chromium.ts';
import { chooseFiles, see } from './screens.ts';

let product: RunningProduct;
before(async () => {
  product = await startProduct();
});
after(() => product.stop());

type Role = 'button' | 'radio' | 'link' | 'textbox' | 'checkbox';

/** Tabs on until what has the focus is called so. Radios are reached by one of their group and the arrow keys. */
async function reach(page: Page, role: Role, name: string | RegExp): Promise<void> {
  const wanted = page.getByRole(role, { name }).filter({ visible: true }).first();
  await wanted.waitFor({ timeout: 20_000 });
  for (let key = 0; key < 200; key += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`the Tab key does not lead to the ${role} “${String(name)}”`);
}

async function press(page: Page, name: string | RegExp, role: Role = 'button'): Promise<void> {
  // A second press so soon after the first is taken for a slip of the finger.
  await page.waitForTimeout(600);
  await reach(page, role, name);
  await page.keyboard.press('Enter');
}

async function write(page: Page, name: string | RegExp, text: string): Promise<void> {
  await reach(page, 'textbox', name);
  await page.keyboard.press('Control+A');
  await page.keyboard.type(text);
}

async function choosePictures(
  page: Page,
  name: string | RegExp,
  pictures: readonly Buffer[],
  kind: string,
): Promise<void> {
  const files = pictures.map((buffer, i) => ({ name: `${i}.${kind}`, mimeType: `image/${kind}`, buffer }));
  await chooseFiles(page, () => press(page, name), files);
}

/** The heading says where one is. */
async function at(page: Page, title: string | RegExp): Promise<void> {
  await page
    .getByRole('heading', { level: 1, name: title })
    .filter({ visible: true })
    .first()
    .waitFor({ timeout: 20_000 });
}

test('a retiree files a registration without a mouse, by the names that a screen reader says', async () => {
  await using phone = await openPhone({ baseUrl: product.baseUrl, context: { isMobile: false, hasTouch: false } });
  const { page } = phone;
  await page.goto('/');
  await press(page, '同意，继续');
  await press(page, '要大字，用长辈版');
  await press(page, '扫医保电子凭证');
  const qr = await credentialQr(product.sandboxUrl, 'retiree-gansu');
  await choosePictures(page, /选一张医保码照片/, [Buffer.from(qrPng(qr))], 'png');
  await see(page, '赵*兰，您好');
  await press(page, '看看能办什么');
  await press(page, /去外地住/);
  await press(page, /异地安置退休人员备案/);
  await press(page, '开始办理');

  await at(page, '您现在住在哪里？');
  for (const name of ['安徽省', '合肥市', '蜀山区']) await press(page, name);
  await press(page, '下一步');
  await write(page, /详细住址/, '长江西路 100 号 3 栋 201');
  await press(page, '下一步');
  await at(page, '从哪一天开始住在那里？');
  await typeDate(page, '2024-03-01');
  await press(page, '下一步');
  await write(page, /联系电话/, '13800001234');
  await press(page, '下一步');
  await press(page, /拍照上传异地户口簿/, 'radio');
  await press(page, '下一步');
  await at(page, '要拍证件，可以吗？');
  await press(page, '可以，接着办');
  const papers = await Promise.all(
    ['户口簿首页', '本人常住人口登记卡'].map((title) => drawnPaper(title, ['测试用纸'])),
  );
  await choosePictures(page, '从相册里选', papers, 'jpg');
  await see(page, '已拍 2 张');
  await press(page, '下一步');
  await at(page, /签备案表/);
  await signByKeys(page);
  await press(page, '签好了');
  await at(page, '检查一遍，再提交');
  await see(page, '都齐了，提交后当场办结');
  await press(page, '提交申请');
  await at(page, '已办结');
  await press(page, '看办件');
  await see(page, '办到哪一步了');
  assert.deepEqual(phone.problems, []);
});

/** Chromium's date field takes its parts one after the other, in the order of the language that it was started in. */
async function typeDate(page: Page, day: string): Promise<void> {
  const field = page.getByLabel('居住开始日期').filter({ visible: true }).first();
  for (let key = 0; key < 60 && !(await field.evaluate((one) => one === document.activeElement)); key += 1)
    await page.keyboard.press('Tab');
  const [year, month, date] = day.split('-');
  for (const typed of [`${year}${month}${date}`, `${month}${date}${year}`, `${date}${month}${year}`]) {
    await page.keyboard.type(typed);
    if ((await field.inputValue()) === day) return;
    for (const key of ['ArrowLeft', 'ArrowLeft']) await page.keyboard.press(key);
  }
  throw new Error('the day can’t be typed');
}

/** An arrow draws, Space lifts the pen. */
async function signByKeys(page: Page): Promise<void> {
  const pad = page.getByRole('application', { name: /签名处/ });
  await pad.waitFor({ timeout: 20_000 });
  for (let key = 0; key < 60 && !(await pad.evaluate((one) => one === document.activeElement)); key += 1)
    await page.keyboard.press('Tab');
  for (const key of [
    'ArrowRight',
    'ArrowRight',
    'ArrowDown',
    'ArrowRight',
    ' ',
    'ArrowUp',
    ' ',
    'ArrowRight',
    'ArrowRight',
    'ArrowRight',
    'ArrowRight',
  ])
    await page.keyboard.press(key);
}
