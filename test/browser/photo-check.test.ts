/** A photo that can't be read is told so before it is sent, without a network too; the person may insist, and is not asked twice. */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import type { CaseView, UploadView } from '@yiban/shared-types/cases';
import { drawnPaper } from '../../bff/src/uploads/drawn-paper.ts';
import { CitizenClient } from '../../scripts/client/citizen.ts';
import { startProduct } from '../server/running-server.ts';
import { beforeReceipts } from './before-receipts.ts';
import { chooseFiles, knownPhone, lookOver, see, tap } from './screens.ts';

const clear = await drawnPaper().jpeg().toBuffer();
const blurred = await sharp(clear).blur(8).jpeg().toBuffer();

test(
  'a blurred photo is asked about on the phone, and sent as it is when the person insists',
  { timeout: 180_000 },
  async () => {
    const product = await startProduct();
    after(product.stop);
    const citizen = await CitizenClient.scanned(product.baseUrl, product.sandboxUrl, 'mother-gansu');
    const draft = await citizen.open('maternity-delivery', '620000', beforeReceipts);
    await using phone = await knownPhone(product, { person: 'mother-gansu', elder: false });
    const { page } = phone;
    const begun: string[] = [];
    page.on('response', (response) => {
      if (response.status() === 201 && response.url().endsWith('/uploads')) begun.push(response.url());
    });
    await page.goto(`/#/packages/filing/index/index?case=${draft.id}`);
    await see(page, '拍第一张票据');

    await phone.context.setOffline(true);
    await choose(page, '拍第一张票据', blurred);
    await see(page, '照片 1可能看不清');
    await see(page, '请拿稳手机');
    await see(page, '等您决定');
    await lookOver(phone, 'photo-asked');
    await choose(page, '重拍照片 1', clear);
    await see(page, '等待发送');
    assert.equal(
      await page.getByText('可能看不清').filter({ visible: true }).count(),
      0,
      'a clear one is not asked about',
    );
    await phone.context.setOffline(false);
    await see(page, '已收到');
    assert.equal(begun.length, 1, 'the blurred one was never sent');

    await choose(page, '这张票据再拍一张', blurred);
    await see(page, '照片 2可能看不清');
    await page.reload();
    await tap(page, /第 1 张/);
    await see(page, '照片 2可能看不清');
    await tap(page, '还是用这张');
    const insisted = await second(citizen, draft);
    assert.ok(
      insisted.findings.some(({ code }) => code === 'blurred'),
      'the office is told',
    );
    await page.getByText('等您决定').waitFor({ state: 'hidden' });
    await page.waitForFunction(() => document.querySelectorAll('.photo.is-received img').length === 2);
    assert.equal(await page.getByText('可能看不清').filter({ visible: true }).count(), 0, 'not asked twice');
    assert.equal(begun.length, 2);
  },
);

async function choose(page: Page, button: string, buffer: Buffer): Promise<void> {
  await chooseFiles(page, () => tap(page, button), { name: 'paper.jpg', mimeType: 'image/jpeg', buffer });
}

/** The second photo of the case, once it is there. */
async function second(citizen: CitizenClient, { id }: CaseView): Promise<UploadView> {
  for (;;) {
    const [, upload] = (await citizen.one(id)).materials.flatMap(({ uploads }) => uploads);
    if (upload !== undefined) return upload;
    await new Promise((resume) => setTimeout(resume, 200));
  }
}
