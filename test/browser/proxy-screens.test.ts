/** Filing for somebody else, through the screens in both modes: asking, signing beside, ending, and nothing of one person in another's form. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import type { GrantPage } from '@yiban/shared-types/grants';
import type { CasePage } from '@yiban/shared-types/cases';
import { CitizenClient, credentialQr } from '../../scripts/client/citizen.ts';
import { drawnPaper } from '../../scripts/demo/drawn-papers.ts';
import { askedFor, granted } from '../api/granted.ts';
import { qrPng } from '../qr-picture.ts';
import { startProduct, type RunningProduct } from '../server/running-server.ts';
import { chooseFiles, knownPhone, lookOver, see, sign, tap } from './screens.ts';

/** A button that was just pressed takes a second tap so soon for a slip of the finger. */
const DOUBLE_TAP_MS = 600;

let product: RunningProduct;
before(async () => {
  product = await startProduct();
});
after(() => product.stop());

const scanned = (person: string): Promise<CitizenClient> =>
  CitizenClient.scanned(product.baseUrl, product.sandboxUrl, person);

async function choose(page: Page, words: string | RegExp): Promise<void> {
  await page.getByRole('radio', { name: words }).filter({ visible: true }).first().click();
  await page.waitForTimeout(DOUBLE_TAP_MS);
}

/** The phone's page of one's own, begun anew: no test sees what another left. */
async function endAll(citizen: CitizenClient): Promise<void> {
  const { items } = await citizen.api.call<GrantPage>('GET', '/grants?limit=100');
  for (const { id } of items) await citizen.api.call('DELETE', `/grants/${id}`);
  const cases = await citizen.api.call<CasePage>('GET', '/cases');
  for (const { id, status } of cases.items) if (status === 'draft') await citizen.api.call('DELETE', `/cases/${id}`);
}

for (const elder of [false, true]) {
  const size = elder ? 'elder' : 'normal';

  test(`a daughter asks, and her father beside her scans, reads and signs on her phone (${size})`, async () => {
    await endAll(await scanned('daughter-gansu'));
    await using phone = await knownPhone(product, { person: 'daughter-gansu', elder });
    const { page } = phone;
    await page.goto('/#/packages/proxy/index/index');
    await see(page, '谁替我办');
    await lookOver(phone, `proxy-none-${size}`);
    await tap(page, '替家人办，添加家人');
    await tap(page, '下一步');
    await see(page, '请选一个');
    await choose(page, '爸爸');
    await tap(page, '下一步');
    await see(page, '替爸爸办哪些事');
    await choose(page, /自己选几件/);
    await tap(page, '下一步');
    await see(page, '选要办的事');
    await page.getByRole('checkbox', { name: '住院费用报销' }).click();
    await lookOver(phone, `proxy-ask-items-${size}`);
    await tap(page, '下一步');
    await see(page, '委托到哪天');
    await choose(page, /半年/);
    await lookOver(phone, `proxy-ask-until-${size}`);

    await page.reload();
    await see(page, '怎么让爸爸同意');
    await choose(page, /爸爸就在身边/);
    await lookOver(phone, `proxy-ask-way-${size}`);
    await tap(page, '请家人扫码、签名');
    await see(page, '还要爸爸自己签名');
    await lookOver(phone, `proxy-waiting-${size}`);
    await tap(page, /请爸爸扫码、签名/);
    await see(page, '没有医保码怎么办');
    await page.getByLabel('医保码照片', { exact: true }).setInputFiles({
      name: 'code.png',
      mimeType: 'image/png',
      buffer: Buffer.from(qrPng(await credentialQr(product.sandboxUrl, 'retiree-90'))),
    });
    await see(page, '授权委托书');
    await see(page, '住院费用报销');
    await lookOver(phone, `proxy-sign-here-${size}`);
    await sign(page);
    await tap(page, '签好了');
    await see(page, '有效');
    await lookOver(phone, `proxy-granted-${size}`);
    assert.deepEqual(phone.problems, []);
  });

  test(`a paper letter is photographed with both identity documents, and can be filed under (${size})`, async () => {
    await endAll(await scanned('daughter-gansu'));
    await using phone = await knownPhone(product, { person: 'daughter-gansu', elder });
    const { page } = phone;
    await page.goto('/#/packages/proxy/ask/index?item=inpatient-reimbursement&region=620000');
    await choose(page, '其他亲友');
    await tap(page, '下一步');
    await choose(page, /只办这一件/);
    await tap(page, '下一步');
    await choose(page, /一个月/);
    await tap(page, '下一步');
    await choose(page, /纸质委托书/);
    await tap(page, '下一步');
    await page.getByLabel('家人的姓名').fill('王桂英');
    await page.getByLabel('家人的身份证号码').fill('62010019581230006X');
    await page.waitForTimeout(DOUBLE_TAP_MS);
    await tap(page, '下一步');
    await see(page, '身份证号码是 18 位');
    await lookOver(phone, `proxy-ask-principal-${size}`);
    const people: readonly { key: string; idNo: string }[] = await (await fetch(`${product.sandboxUrl}/people`)).json();
    await page.getByLabel('家人的身份证号码').fill(people.find(({ key }) => key === 'resident-gansu')?.idNo ?? '');
    await page.waitForTimeout(DOUBLE_TAP_MS);
    await tap(page, '下一步');
    await see(page, '拍委托书和两个人的证件');
    for (const [index, title] of ['授权委托书', '家人的身份证', '您的身份证'].entries()) {
      const button = page.getByRole('button', { name: '从相册里选' }).filter({ visible: true }).nth(index);
      const buffer = await drawnPaper(title, ['测试用纸']);
      await chooseFiles(page, () => button.click(), { name: 'paper.jpg', mimeType: 'image/jpeg', buffer });
      await page.waitForFunction((count) => document.body.innerText.split('已收到 1 张').length > count, index + 1);
    }
    await lookOver(phone, `proxy-ask-papers-${size}`);
    await tap(page, '交给医保部门核对');
    await see(page, '能办，材料待核对');
    await lookOver(phone, `proxy-awaiting-${size}`);
    await page.goto('/#/packages/filing/index/index?item=inpatient-reimbursement&region=620000');
    await see(page, '给谁办？');
    await lookOver(phone, `proxy-whom-${size}`);
    await tap(page, /王\*英/);
    await see(page, '第 1 步');
    assert.deepEqual(phone.problems, []);
  });
}

test('what is typed for oneself never stands in the form for one’s mother, nor hers in one’s own', async () => {
  const daughter = await scanned('daughter-gansu');
  await endAll(daughter);
  await granted(daughter, await scanned('retiree-gansu'));
  await using phone = await knownPhone(product, { person: 'daughter-gansu', elder: false });
  const { page } = phone;
  const story = page.locator('textarea').filter({ visible: true }).first();
  const begin = async (whom: RegExp): Promise<void> => {
    await page.goto('/#/packages/filing/index/index?item=settlement-coordination&region=620000&whom=choose');
    await page.reload();
    await see(page, '给谁办？');
    await tap(page, whom);
  };
  const tell = async (words: string): Promise<void> => {
    await choose(page, '其他问题');
    await tap(page, '下一步');
    await see(page, '请说说是怎么回事');
    assert.equal(await story.inputValue(), '');
    // Without a network it stays on the phone, where both drafts lie.
    await page.context().setOffline(true);
    await story.fill(words);
    await page.waitForFunction((typed) => Object.values(localStorage).some((kept) => kept.includes(typed)), words);
    await page.context().setOffline(false);
  };
  await begin(/我自己/);
  await see(page, /给\s*我自己 周\*梅\s*办/);
  await tell('女儿自己的事');
  await begin(/赵\*兰/);
  await see(page, /给\s*妈妈 赵\*兰\s*办/);
  await tell('妈妈的事');
  for (const [whom, words] of [
    [/我自己/, '女儿自己的事'],
    [/赵\*兰/, '妈妈的事'],
  ] as const) {
    await begin(whom);
    await see(page, '您有一份没填完的申请');
    await page.waitForTimeout(DOUBLE_TAP_MS);
    await tap(page, '接着填');
    await see(page, '请说说是怎么回事');
    assert.equal(await story.inputValue(), words);
  }
  await tap(page, '换人，给别人办');
  await see(page, '给谁办？');
  await lookOver(phone, 'proxy-switch');
  const { items } = await daughter.api.call<CasePage>('GET', '/cases');
  assert.deepEqual(
    items.filter(({ status }) => status === 'draft').map(({ for: whom }) => whom.name),
    ['赵*兰', '周*梅'],
  );
  assert.deepEqual(phone.problems, []);
});

test('a link shows to anyone who asks for what, and to no one twice', async () => {
  const daughter = await scanned('daughter-gansu');
  await endAll(daughter);
  const { link } = await askedFor(daughter, { items: ['inpatient-reimbursement'] });
  await using phone = await knownPhone(product, { person: null, elder: true });
  const { page } = phone;
  await page.goto(`/#/packages/proxy/sign/index?code=${link?.code ?? ''}`);
  await see(page, '周*梅想替您办医保的事');
  await see(page, '住院费用报销');
  await lookOver(phone, 'proxy-sign-link');
  await page.goto('/#/packages/proxy/sign/index?code=ABCDEFGHJKMN');
  await page.reload();
  await see(page, '没有找到这份委托');
  await lookOver(phone, 'proxy-sign-wrong');
});
