/** The phone's own way back goes one question back in a form, and leaves it from the first one. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startProduct, type RunningProduct } from '../server/running-server.ts';
import { knownPhone } from './screens.ts';

let product: RunningProduct;

before(async () => {
  product = await startProduct();
});
after(() => product.stop());

test('back is one question back, also after the page was loaded anew, and out of the form from the first', async () => {
  await using phone = await knownPhone(product, { person: 'retiree-gansu', elder: false });
  const { page } = phone;
  const shown = page.locator('.taro_page_shown, .taro_page').filter({ visible: true }).last();
  const title = async (): Promise<string> => shown.locator('.page-title').innerText();
  const step = shown.getByText(/第 \d+ 步，共/);
  const stepNumber = async (): Promise<number> => Number(/第 (\d+) 步/.exec(await step.innerText())?.[1]);
  const until = async (holds: () => Promise<boolean>, what: string): Promise<void> => {
    for (let waits = 0; waits < 100; waits += 1) {
      if (await holds().catch(() => false)) return;
      await new Promise((resume) => setTimeout(resume, 100));
    }
    assert.fail(`${what}; the page says:\n${await page.locator('body').innerText()}`);
  };
  await page.goto('/#/pages/item/index?item=settlement-coordination&region=620000');
  const item = await title();
  await page.goto('/#/packages/filing/index/index?item=settlement-coordination&region=620000');
  await step.waitFor();
  const first = await stepNumber();

  // Two questions on: whatever they ask is answered by the first choice, or by words.
  for (const number of [first + 1, first + 2]) {
    const choice = shown.getByRole('radio').first();
    if (await choice.isVisible()) await choice.click();
    else await shown.locator('input, textarea').first().fill('三月份的住院费还没有结算');
    await page.waitForTimeout(600);
    if ((await stepNumber()) < number) await shown.getByRole('button', { name: '下一步' }).click();
    await until(async () => (await stepNumber()) === number, `not at step ${number}`);
  }
  await page.goBack();
  await until(async () => (await stepNumber()) === first + 1, 'not one question back');
  await page.reload();
  await until(async () => (await stepNumber()) === first + 1, 'not where it was left');
  await page.goBack();
  await until(async () => (await stepNumber()) === first, 'not at the first question');
  await page.waitForTimeout(600);
  await page.goBack();
  await until(async () => (await title()) === item, 'not out of the form');
});
