/** A photo of a paper that lies askew is cut to its paper, turned, and put back as it was, by finger and by buttons alone. */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import type { Page } from 'playwright-core';
import type { CaseView } from '@yiban/shared-types/cases';
import sharp from 'sharp';
import { CitizenClient } from '../../scripts/client/citizen.ts';
import { startProduct } from '../server/running-server.ts';
import { axeFindings } from './axe.ts';
import { beforeReceipts } from './before-receipts.ts';
import { chooseFiles, knownPhone } from './screens.ts';

const [width, height] = [1500, 2000];

async function sheetOnTable(): Promise<Buffer> {
  const lines = Array.from(
    { length: 24 },
    (_, line) => `<rect x="430" y="${420 + line * 46}" width="${500 - (line % 4) * 60}" height="14" fill="#333"/>`,
  ).join('');
  return sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
        <rect width="100%" height="100%" fill="#4a4038"/>
        <polygon points="300,200 1350,360 1230,1800 180,1600" fill="#d2cfc8"/>${lines}</svg>`,
    ),
  )
    .jpeg()
    .toBuffer();
}

test('a photo is cut to its paper on the screen', { timeout: 180_000 }, async () => {
  const product = await startProduct();
  after(product.stop);
  const citizen = await CitizenClient.scanned(product.baseUrl, product.sandboxUrl, 'mother-gansu');
  const draft = await citizen.open('maternity-delivery', '620000', beforeReceipts);
  await using phone = await knownPhone(product, { person: 'mother-gansu', elder: false });
  const { page } = phone;
  await page.goto(`/#/packages/filing/index/index?case=${draft.id}`);
  await page.getByRole('button', { name: '放大看票据的样张' }).click();
  await page.getByRole('button', { name: '知道了' }).waitFor();
  await phone.screenshot('sample', { wholePage: false });
  assert.deepEqual(await axeFindings(page), []);
  await page.getByRole('button', { name: '知道了' }).click();
  await phone.screenshot('before-photo', { wholePage: false });
  const file = { name: 'paper.jpg', mimeType: 'image/jpeg', buffer: await sheetOnTable() };
  await chooseFiles(page, () => page.getByText('拍第一张票据').click(), file);

  const photo = await openPhoto(page);
  await page.getByRole('button', { name: '裁到纸边、拉正' }).click();
  await page.getByText('把四个圆点放到纸的四个角上').waitFor();
  await page.locator('.trim-corner').first().waitFor();
  await phone.screenshot('trim', { wholePage: false });
  assert.deepEqual(await axeFindings(page), []);
  await page.getByRole('button', { name: '就这样裁' }).click();
  const cut = await changed(page, photo);
  const { width: cutWidth, height: cutHeight } = await sizeOf(product.baseUrl, cut);
  // 1,062 by 1,445 pixels between the corners that were drawn.
  assert.ok(Math.abs(cutWidth / cutHeight - 1062 / 1445) < 0.03, `${cutWidth} × ${cutHeight}`);
  await phone.screenshot('trimmed', { wholePage: false });

  await page.getByRole('button', { name: '向右转一下' }).click();
  const turned = await changed(page, cut);
  const { width: turnedWidth, height: turnedHeight } = await sizeOf(product.baseUrl, turned);
  assert.deepEqual([turnedWidth, turnedHeight], [cutHeight, cutWidth]);

  // Without drawing with a finger: by buttons.
  await page.getByRole('button', { name: '裁到纸边、拉正' }).click();
  await page.getByRole('button', { name: '用按钮挪圆点，展开' }).click();
  await page.getByRole('radio', { name: '右下角' }).click();
  const corner = page.locator('.trim-corner.is-chosen');
  const before = await corner.evaluate((element) => element.style.top);
  await page.getByRole('button', { name: '右下角往上挪一点' }).click();
  assert.notEqual(await corner.evaluate((element) => element.style.top), before);
  await phone.screenshot('trim-buttons', { wholePage: false });
  await page.getByRole('button', { name: '不裁了，用整张照片' }).click();
  const whole = await changed(page, turned);
  const { width: wholeWidth, height: wholeHeight } = await sizeOf(product.baseUrl, whole);
  assert.deepEqual([wholeWidth, wholeHeight], [height, width], 'turned still, and whole again');

  await page.getByRole('button', { name: '关闭' }).click();
  assert.deepEqual((await attached(citizen, draft)).length, 1, 'one photo, whatever was done to it');
  assert.deepEqual(phone.problems, []);
});

const largePhoto = (page: Page) => page.locator('.photo-large-image');

async function openPhoto(page: Page): Promise<string> {
  // The tile has its picture once the photo is part of the case.
  await page.locator('.photo.is-received img').first().waitFor({ timeout: 30_000 });
  await page.getByRole('button', { name: '放大看照片 1' }).click();
  await largePhoto(page).waitFor();
  return (await largePhoto(page).getAttribute('src')) ?? '';
}

/** The picture that is shown in place of another. */
async function changed(page: Page, before: string): Promise<string> {
  const pathOf = (src: string): string => new URL(src, 'http://localhost').pathname;
  for (;;) {
    const src = await largePhoto(page)
      .getAttribute('src', { timeout: 15_000 })
      .catch(() => null);
    if (src !== null && pathOf(src) !== pathOf(before)) return src;
    await page.waitForTimeout(100);
  }
}

async function sizeOf(baseUrl: string, src: string): Promise<{ width: number; height: number }> {
  const answer = await fetch(new URL(src, baseUrl));
  return sharp(Buffer.from(await answer.arrayBuffer())).metadata();
}

async function attached(citizen: CitizenClient, { id }: CaseView): Promise<readonly string[]> {
  return (await citizen.one(id)).materials.flatMap(({ uploads }) => uploads.map((upload) => upload.id));
}
