/** A bad rating, through the screens in both modes: given on the phone, put right at the desk by keyboard, its outcome seen. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { CitizenClient } from '../../scripts/client/citizen.ts';
import { filledCase } from '../api/filled-case.ts';
import { codeOf, hired, officersFile } from '../contract/hired-officers.ts';
import { startProduct, type RunningProduct } from '../server/running-server.ts';
import { axeFindings } from './axe.ts';
import { openPhone, type Phone } from './chromium.ts';
import { knownPhone, lookOver, see, tap } from './screens.ts';

const region = '620000';
/** Decided at once, so that no officer has handled it. */
const item = 'enrolment-certificate';
const person = 'retiree-gansu';
const supervisor = hired('督导员', ['supervisor']);

let product: RunningProduct;
let desk: Phone;
before(async () => {
  product = await startProduct({ env: { OFFICERS_FILE: officersFile([supervisor]) } });
  const wide = { viewport: { width: 1440, height: 900 }, isMobile: false, hasTouch: false, deviceScaleFactor: 1 };
  desk = await openPhone({ baseUrl: product.baseUrl, context: wide });
  const { page } = desk;
  await page.goto('/#/packages/agency/index/index');
  await page.locator('input[aria-label="账号"]').fill(supervisor.username);
  await page.locator('input[aria-label="密码"]').fill(supervisor.password);
  await page.locator('input[aria-label="动态码"]').fill(codeOf(supervisor));
  await tap(page, '登录');
  await see(page, '待办队列');
});
after(async () => {
  await desk.browser.close();
  await product.stop();
});

for (const elder of [false, true]) {
  const size = elder ? 'elder' : 'normal';

  test(`who is not content is asked why, and reads what was put right (${size})`, async () => {
    const citizen = await CitizenClient.scanned(product.baseUrl, product.sandboxUrl, person);
    const { id, number } = await citizen.submit(await filledCase(citizen, item, region));
    await using phone = await knownPhone(product, { person, elder });
    const { page } = phone;
    await page.goto(`/#/pages/case/index?id=${id}`);
    await see(page, '办得怎么样？');
    await page.getByRole('radio', { name: '不满意', exact: true }).click();
    await see(page, '哪里没办好？');
    await page.locator('textarea').filter({ visible: true }).first().fill('证明上的单位名称看不清');
    await lookOver(phone, `rating-bad-${size}`);
    await tap(page, '提交评价');
    await see(page, '正在整改');
    await lookOver(phone, `rating-open-${size}`);

    await putRight(number ?? '', elder);

    await page.reload();
    await see(page, '已经重新出具，单位名称用大字打印。');
    await lookOver(phone, `rating-closed-${size}`);
    await page.goto('/#/packages/query/messages/index');
    await see(page, '您的意见有结果了');
    await page.goto(`/#/pages/item/index?id=${item}&region=${region}`);
    await see(page, /好评率 0%，共 \d 次评价/);
    await tap(page, /大家怎么评价/);
    await see(page, '还没有人评价的');
    await see(page, /要整改 \d 件/);
    await lookOver(phone, `ratings-published-${size}`);
    assert.deepEqual(phone.problems, []);
  });
}

/** At the desk, without the mouse. */
async function putRight(number: string, elder: boolean): Promise<void> {
  const { page } = desk;
  const size = elder ? 'elder' : 'normal';
  if (elder) await tap(page, '换成长辈版，字更大');
  await page.keyboard.press('r');
  await see(page, number);
  await see(page, '证明上的单位名称看不清');
  await page.getByRole('button', { name: '写整改结果' }).filter({ visible: true }).first().focus();
  await page.keyboard.press('Enter');
  await see(page, '查到什么，改了什么');
  await page.keyboard.press('Control+Enter');
  await see(page, '请写明整改结果。');
  await page.keyboard.type('已经重新出具，单位名称用大字打印。');
  await desk.screenshot(`rectification-desk-${size}`);
  assert.deepEqual(await axeFindings(page), []);
  await page.keyboard.press('Control+Enter');
  await see(page, '已告诉本人');
  await see(page, '没有要整改的');
  await page.keyboard.press('Escape');
  await see(page, '办下一件');
  await desk.screenshot(`rectification-queue-${size}`);
}
