/** Live queries, the certificate and its checking, the estimate, and an agency's own grant: in the browser build. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { CaseView } from '@yiban/shared-types/cases';
import { CitizenClient } from '../../scripts/client/citizen.ts';
import { OfficerClient } from '../../scripts/client/officer.ts';
import { filledCase } from '../api/filled-case.ts';
import { pageOfQr } from '../api/paper-code.ts';
import { startProduct, type RunningProduct } from '../server/running-server.ts';
import { axeFindings } from './axe.ts';
import { openPhone, type Phone } from './chromium.ts';
import { chooseFiles, knownPhone, lookOver, see, tap } from './screens.ts';

let product: RunningProduct;
before(async () => {
  product = await startProduct();
});
after(() => product.stop());

const phoneOf = (person: string | null, elder: boolean): Promise<Phone> => knownPhone(product, { person, elder });

for (const elder of [false, true]) {
  const mode = elder ? 'elder' : 'normal';

  test(`the queries, each on a page with its source and time (${mode})`, async () => {
    await using phone = await phoneOf('retiree-90', elder);
    const { page } = phone;
    await page.goto('/#/packages/query/index/index');
    await see(page, '还可以查');
    for (const [row, words] of [
      ['个人账户', '现在的余额'],
      ['缴费记录', /一共缴了 \d+ 个月/],
      ['慢特病待遇', '正在享受'],
    ] as const) {
      await tap(page, new RegExp(`^${row}`));
      await see(page, words);
      await see(page, /来源：国家医保信息平台/);
      await lookOver(phone, `${mode}-${row}`);
      await page.goBack();
      await see(page, '还可以查');
    }
    await page.goto('/#/pages/cases/index');
    await see(page, /来源：医保易办的办件记录，.* 查到/);
    assert.deepEqual(phone.problems, []);
  });

  test(`a unit answers its handler (${mode})`, async () => {
    await using phone = await phoneOf('handler-gansu', elder);
    const { page } = phone;
    await page.goto('/#/packages/query/unit/index');
    await page.getByLabel('统一社会信用代码').filter({ visible: true }).fill('91620102MA7YB0107J');
    await tap(page, '查询');
    await see(page, '兰州陇原机械有限公司');
    await lookOver(phone, `${mode}-unit`);
  });

  test(`the allowance is reckoned without logging in, and marked as an estimate (${mode})`, async () => {
    await using phone = await phoneOf(null, elder);
    const { page } = phone;
    await page.goto('/#/packages/query/allowance/index?region=620000');
    await page.getByRole('radio', { name: /剖宫产/ }).click();
    await page.getByLabel('单位上年度职工月平均工资').filter({ visible: true }).fill('6000');
    await tap(page, '算一算');
    await see(page, '22,600.00 元');
    await see(page, '这是估算，实际金额以经办机构核定为准。');
    await lookOver(phone, `${mode}-allowance`);
  });
}

test('a third party checks a certificate: valid, altered, withdrawn', async () => {
  const citizen = await CitizenClient.scanned(product.baseUrl, product.sandboxUrl, 'worker-gansu');
  const closed: CaseView = await citizen.submit(await filledCase(citizen, 'enrolment-certificate', '620000'));
  const certificate = closed.documents.find(({ kind }) => kind === 'enrolment-certificate');
  const pdf = await citizen.api.pdf(`/cases/${closed.id}/documents/${certificate?.id ?? ''}`);
  await using phone = await phoneOf(null, false);
  const { page } = phone;
  // As the camera of whoever holds the paper opens it.
  await page.goto(pageOfQr(pdf));
  await see(page, '这份文书是真的，现在有效');
  const choose = async (buffer: Buffer): Promise<void> => {
    const file = { name: 'certificate.pdf', mimeType: 'application/pdf', buffer };
    await chooseFiles(page, () => tap(page, /查一查改没改过/), file);
  };
  await choose(pdf);
  await see(page, '文件没有改动');
  await lookOver(phone, 'verify-same');
  const altered = Buffer.from(pdf);
  altered[1000] = (altered[1000] ?? 0) ^ 1;
  await choose(altered);
  await see(page, '文件对不上');
  await lookOver(phone, 'verify-altered');

  await using owner = await phoneOf('worker-gansu', false);
  await owner.page.goto(`/#/pages/case/index?id=${closed.id}`);
  await tap(owner.page, '作废参保凭证');
  await see(owner.page, '要作废这份《参保凭证》吗？');
  await tap(owner.page, /^作废$/);
  await see(owner.page, /已作废/);
  await lookOver(owner, 'certificate-withdrawn');
  await page.reload();
  await see(page, '这份文书已经作废');
  assert.deepEqual(phone.problems, []);
});

test('an officer grants aid to somebody who need not ask', async () => {
  const officers: readonly { username: string; password: string; totp: string; region: string; roles: string[] }[] =
    await (await fetch(`${product.sandboxUrl}/officers`)).json();
  const window = officers.find(({ region, roles }) => region === '340000' && roles.includes('window'));
  assert.ok(window);
  await using phone = await openPhone({
    baseUrl: product.baseUrl,
    context: { viewport: { width: 1440, height: 900 }, isMobile: false, hasTouch: false, deviceScaleFactor: 1 },
  });
  const { page } = phone;
  await page.goto('/#/packages/agency/grant/index');
  await page.getByLabel('账号').fill(window.username);
  await page.getByLabel('密码').fill(window.password);
  await page.getByLabel(/动态码/).fill(window.totp);
  await tap(page, /登录/);
  await page.getByLabel('姓名', { exact: true }).filter({ visible: true }).fill('陶金花');
  await page.getByLabel('身份证号码', { exact: true }).filter({ visible: true }).fill('340100196204040540');
  await tap(page, '建立办件，告诉当事人');
  await see(page, /请填写「救助事由」/);
  await page.getByRole('radio', { name: /低收入/ }).click();
  await page.getByLabel('救助事由').filter({ visible: true }).fill('2026 年 9 月住院，个人负担过重。');
  await page.getByLabel('个人负担的合规费用').filter({ visible: true }).fill('8000');
  await page.getByLabel('开户名').filter({ visible: true }).fill('陶金花');
  await page.getByLabel('开户银行').filter({ visible: true }).fill('中国农业银行');
  await page.getByLabel('银行卡号').filter({ visible: true }).fill('6228480402564890018');
  await phone.screenshot('grant');
  // No officer types that fast: a second press within half a second counts as a double tap.
  await page.waitForTimeout(600);
  await tap(page, '建立办件，告诉当事人');
  await see(page, '医疗救助资金给付');
  await see(page, /初审/);
  await phone.screenshot('granted');
  assert.deepEqual(await axeFindings(page), []);
});

test('a transfer shows its three steps to the person and to the officer', async () => {
  await fetch(`${product.sandboxUrl}/transfers/delay`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ms: 86_400_000 }),
  });
  const citizen = await CitizenClient.scanned(product.baseUrl, product.sandboxUrl, 'worker-gansu');
  const { id } = await citizen.submit(await filledCase(citizen, 'relation-transfer', '620000'));
  const officer = await OfficerClient.loggedIn(product.baseUrl, product.sandboxUrl, 'first-reviewer', '620000');
  await officer.act('accept', id);
  await using phone = await phoneOf('worker-gansu', false);
  await phone.page.goto(`/#/pages/case/index?id=${id}`);
  await see(phone.page, '两地办理进度');
  await see(phone.page, /原参保地办理，最晚/);
  await lookOver(phone, 'transfer-legs');
  assert.deepEqual(phone.problems, []);
});

test('the balance is shown before submission, and nobody types it', async () => {
  const citizen = await CitizenClient.scanned(product.baseUrl, product.sandboxUrl, 'account-gansu');
  const draft = await filledCase(citizen, 'account-withdrawal', '620000', {
    answers: { ground: 'resettled', accountHolder: '高振华' },
  });
  await using phone = await phoneOf('account-gansu', false);
  await phone.page.goto(`/#/packages/filing/index/index?case=${draft.id}`);
  await see(phone.page, '刚从医保平台查到的，不用您填');
  await see(phone.page, '8,765.32 元');
  await lookOver(phone, 'balance-read');
});

test('what an allowance may come to stands in the check, marked as an estimate', async () => {
  const citizen = await CitizenClient.scanned(product.baseUrl, product.sandboxUrl, 'mother-gansu');
  const draft = await filledCase(citizen, 'maternity-allowance', '620000', {
    answers: { event: 'birth', birthKind: 'caesarean', children: 1 },
  });
  await using phone = await phoneOf('mother-gansu', false);
  await phone.page.goto(`/#/packages/filing/index/index?case=${draft.id}`);
  await see(phone.page, '生育津贴（估算）');
  await see(phone.page, '29,568.33 元');
  await lookOver(phone, 'allowance-in-check');
});
