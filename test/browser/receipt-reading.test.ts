/** A receipt that is photographed fills the form in by itself: what was typed stays, what was not clear is asked. */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import type { Page } from 'playwright-core';
import type { CaseView } from '@yiban/shared-types/cases';
import { CitizenClient, credentialQr } from '../../scripts/client/citizen.ts';
import { goodPhotos } from '../../scripts/papers/paper-set.ts';
import { qrPng } from '../qr-picture.ts';
import { startProduct } from '../server/running-server.ts';
import { axeFindings } from './axe.ts';
import { beforeReceipts } from './before-receipts.ts';
import { openPhone } from './chromium.ts';
import { chooseFiles } from './screens.ts';

const photo = goodPhotos(2026, 1)[0]!;
/** Reading takes seconds, on a busy machine many. */
const patience = { timeout: 30_000 };

test('a receipt is filled in from its photo', { timeout: 120_000 }, async () => {
  const product = await startProduct();
  after(product.stop);
  const citizen = await CitizenClient.scanned(product.baseUrl, product.sandboxUrl, 'mother-gansu');
  const draft = await citizen.open('maternity-delivery', '620000', beforeReceipts);
  await using phone = await openPhone({ baseUrl: product.baseUrl });
  const { page } = phone;
  await page.goto('/');
  await page.getByRole('button', { name: '同意，继续' }).click();
  await page.getByRole('button', { name: '不用，标准的就好' }).click();
  await page.getByRole('button', { name: '扫医保电子凭证' }).click();
  const qr = qrPng(await credentialQr(product.sandboxUrl, 'mother-gansu'));
  await page
    .getByLabel('医保码照片', { exact: true })
    .setInputFiles({ name: 'code.png', mimeType: 'image/png', buffer: Buffer.from(qr) });
  await page.getByText('您好').first().waitFor();

  await page.goto(`/#/packages/filing/index/index?case=${draft.id}`);
  await page.getByRole('button', { name: '可以，接着办' }).click();
  const file = { name: 'receipt.jpg', mimeType: 'image/jpeg', buffer: await photo.take() };
  await chooseFiles(page, () => page.getByText('拍第一张票据').click(), file);
  // Typed before the photo was read.
  await field(page, '交款人').fill('李文静');
  await page.getByText('已从照片读出，请核对').waitFor(patience);

  const { code, number, checkCode, date, total, hospital } = photo.fields;
  const shown = await Promise.all(
    ['票据代码', '票据号码', '校验码', '交款人', '开票日期', '金额合计', '收款单位'].map((name) =>
      field(page, name).inputValue(),
    ),
  );
  const yuan = (Number(total) / 100).toFixed(2);
  assert.deepEqual(shown, [code, number, checkCode ?? '', '李文静', date, yuan, hospital]);
  assert.deepEqual(await axeFindings(page), []);
  await phone.screenshot('receipt-read', { wholePage: true });
  await page.getByRole('button', { name: '这张填好了' }).click();
  await page.getByText('填好了').first().waitFor();
  const saved = await savedReceipt(citizen, draft);
  assert.deepEqual([saved.number, saved.payer], [number, '李文静']);
  assert.deepEqual(phone.problems, []);
});

function field(page: Page, name: string) {
  return page.locator(`input[aria-label^="${name}"]`).filter({ visible: true }).first();
}

async function savedReceipt(citizen: CitizenClient, { id }: CaseView) {
  for (;;) {
    const { form } = await citizen.one(id);
    const [receipt] = form['receipts'] as readonly { number: string; payer: string }[];
    if (receipt !== undefined && receipt.number !== '') return receipt;
    await new Promise((resume) => setTimeout(resume, 200));
  }
}
