/** A question that a paper answers is answered by photographing the paper: the card's number and its bank at once. */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { CitizenClient } from '../../scripts/client/citizen.ts';
import { goodPhotos } from '../../scripts/papers/paper-set.ts';
import { filledCase } from '../api/filled-case.ts';
import { startProduct } from '../server/running-server.ts';
import { axeFindings } from './axe.ts';
import { chooseFiles, knownPhone, see } from './screens.ts';

const card = goodPhotos(2026, 12).find(({ asked }) => asked === 'bank-card')!;

test('a bank card is read, and both of its questions are filled in', { timeout: 180_000 }, async () => {
  const product = await startProduct();
  after(product.stop);
  const citizen = await CitizenClient.scanned(product.baseUrl, product.sandboxUrl, 'mother-gansu');
  const draft = await citizen.save(await filledCase(citizen, 'maternity-allowance', '620000'), {
    bank: null,
    bankCard: null,
  });
  await using phone = await knownPhone(product, { person: 'mother-gansu', elder: true });
  const { page } = phone;
  await page.goto(`/#/packages/filing/index/index?case=${draft.id}`);
  await see(page, '拍银行卡，自动填');
  await phone.screenshot('read-from-paper-before');
  const button = page.getByRole('button', { name: '拍银行卡，自动填' });
  await chooseFiles(page, () => button.click(), {
    name: 'card.jpg',
    mimeType: 'image/jpeg',
    buffer: await card.take(),
  });
  await page.getByText('已从照片读出，请核对').waitFor({ timeout: 90_000 });
  await phone.screenshot('read-from-paper');
  assert.deepEqual(await axeFindings(page), []);

  await page.getByRole('button', { name: '下一步' }).click();
  await see(page, '银行卡号是多少？');
  const { number, bank } = card.fields;
  const shown = await page.locator('input').filter({ visible: true }).first().inputValue();
  assert.equal(shown.replaceAll(' ', ''), number);
  await page.getByRole('button', { name: '下一步' }).click();
  await page.getByText('银行卡号是多少？').waitFor({ state: 'hidden' });
  for (;;) {
    const { form } = await citizen.one(draft.id);
    if (form['bankCard'] === number && form['bank'] === bank) break;
    await new Promise((resume) => setTimeout(resume, 200));
  }
  assert.deepEqual(phone.problems, []);
});
