/** What an institution sees while its case is heard: the public notice, the preliminary result and saying something to it. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { CitizenClient } from '../../scripts/client/citizen.ts';
import { filledCase } from '../api/filled-case.ts';
import { Office } from '../api/office.ts';
import { startProduct, type RunningProduct } from '../server/running-server.ts';
import { knownPhone, lookOver, see, tap } from './screens.ts';

const region = '620000';

let product: RunningProduct;
let handler: CitizenClient;
let unit: string;
let office: Office;
before(async () => {
  product = await startProduct();
  office = await Office.of(product, region);
  handler = await CitizenClient.scanned(product.baseUrl, product.sandboxUrl, 'handler-gansu');
  ({ id: unit } = await handler.actFor(region, '91620102MA7YB0107J'));
});
after(() => product.stop());

async function underReview(item: string): Promise<string> {
  const { id } = await handler.submit(await filledCase(handler, item, region, { unit }));
  await office.officer('window').act('accept', id);
  await office.officer('first-reviewer').claim(id);
  return id;
}

for (const elder of [false, true]) {
  const size = elder ? 'elder' : 'normal';

  test(`a notice leads from the case to the public list, where a stranger reads how to object (${size})`, async () => {
    const id = await underReview('pharmacy-designation');
    await office.officer('first-reviewer').act('pass', id);
    await office.officer('first-reviewer').act('pass', id);
    await using phone = await knownPhone(product, { person: 'handler-gansu', elder });
    await phone.page.goto(`/#/pages/case/index?id=${id}`);
    await see(phone.page, '正在公示');
    await lookOver(phone, `case-public-notice-${size}`);
    await tap(phone.page, '看公示');
    await see(phone.page, '兰州陇原机械有限公司');
    assert.deepEqual(phone.problems, []);

    await using stranger = await knownPhone(product, { person: null, elder });
    await stranger.page.goto('/#/pages/home/index');
    await tap(stranger.page, /公示/);
    await see(stranger.page, '兰州陇原机械有限公司');
    await see(stranger.page, /12393/);
    await lookOver(stranger, `public-notices-${size}`);
    assert.deepEqual(stranger.problems, []);
  });

  test(`an opinion without words is not sent; with words it is heard (${size})`, async () => {
    const id = await underReview('pharmacy-settlement');
    await office.officer('first-reviewer').act('pass', id, {
      settlement: [{ category: 'fund', claimed: 10_000, approved: 8_000, reason: '超限用药核减 20 元' }],
    });
    await using phone = await knownPhone(product, { person: 'handler-gansu', elder });
    const { page } = phone;
    await page.goto(`/#/pages/case/index?id=${id}`);
    await see(page, '初审结果');
    await see(page, '超限用药核减 20 元');
    await lookOver(phone, `case-preliminary-${size}`);
    await tap(page, '提交意见');
    await see(page, '请写明哪一笔有意见、为什么。');
    await page.getByLabel('有意见，写在这里').filter({ visible: true }).fill('该药在协议目录内，附处方。');
    await page.waitForTimeout(600);
    await tap(page, '提交意见');
    await see(page, /您的意见/);
    await see(page, '最后的结果以复审为准。');
    assert.equal((await handler.one(id)).preliminary?.feedback?.text, '该药在协议目录内，附处方。');
    assert.deepEqual(phone.problems, []);
  });

  test(`a conversation without a review stands at the stage that it has reached (${size})`, async () => {
    const person = await CitizenClient.scanned(product.baseUrl, product.sandboxUrl, 'worker-gansu');
    const { id } = await person.submit(await filledCase(person, 'settlement-coordination', region));
    await office.officer('window').act('accept', id);
    await office.officer('first-reviewer').claim(id);
    await office.officer('first-reviewer').answer(id, '已重新上传备案，请再刷一次。');
    await using phone = await knownPhone(product, { person: 'worker-gansu', elder });
    await phone.page.goto(`/#/pages/case/index?id=${id}`);
    await see(phone.page, '办到哪一步了');
    const now = phone.page.locator('.step.is-now').filter({ visible: true });
    assert.match(await now.innerText(), /受理/);
    await lookOver(phone, `case-conversation-${size}`);
    assert.deepEqual(phone.problems, []);
  });
}
