/** A unit's handler and a person with a problem, through the screens: units, a table with faults, a conversation. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import type { CasePage } from '@yiban/shared-types/cases';
import { CitizenClient } from '../../scripts/client/citizen.ts';
import { OfficerClient } from '../../scripts/client/officer.ts';
import { filledCase } from '../api/filled-case.ts';
import { identityNumber, writtenTable } from '../api/written-table.ts';
import { startProduct, type RunningProduct } from '../server/running-server.ts';
import { chooseFiles, knownPhone, lookOver, see, tap } from './screens.ts';

const columns = ['姓名', '人员类别', '身份证号码', '证件号码', '办理类型', '月缴费工资', '生效月份'];
const employee = (n: number, wage: number | string = 6500) => [
  '王小明',
  '内地居民',
  identityNumber(n),
  null,
  '参保（增加）',
  wage,
  '2026-11',
];

let product: RunningProduct;
before(async () => {
  product = await startProduct();
});
after(() => product.stop());

async function choose(page: Page, button: string, table: Buffer): Promise<void> {
  const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  await chooseFiles(page, () => tap(page, button), { name: '名单.xlsx', mimeType, buffer: table });
}

for (const elder of [false, true]) {
  const size = elder ? 'elder' : 'normal';

  test(`a handler adds a unit, is told every bad row of a table, and hands in a good one (${size})`, async () => {
    const citizen = await CitizenClient.scanned(product.baseUrl, product.sandboxUrl, 'handler-gansu');
    for (const { id } of await citizen.api.call<readonly { id: string }[]>('GET', '/units'))
      await citizen.api.call('DELETE', `/units/${id}`);
    const { items } = await citizen.api.call<CasePage>('GET', '/cases');
    for (const { id, status } of items) if (status === 'draft') await citizen.api.call('DELETE', `/cases/${id}`);
    await using phone = await knownPhone(product, { person: 'handler-gansu', elder });
    const { page } = phone;
    await page.goto('/#/pages/item/index?id=employee-enrolment&region=620000');
    await tap(page, '替单位办理');
    await see(page, '还没有添加单位');
    await lookOver(phone, `units-none-${size}`);
    await tap(page, '添加单位');
    await page.getByLabel('统一社会信用代码').filter({ visible: true }).first().fill('91620102MA7YB0107K');
    await tap(page, '添加');
    await see(page, '统一社会信用代码不对');
    await page.getByLabel('统一社会信用代码').filter({ visible: true }).first().fill('91620102ma7yb0107j');
    await lookOver(phone, `units-add-${size}`);
    await page.waitForTimeout(600);
    await tap(page, '添加');

    await see(page, '是哪一种情况');
    await page.getByRole('radio', { name: /在职职工/ }).click();
    await tap(page, '下一步');
    await see(page, '单位全称是什么');
    await tap(page, '下一步');
    await see(page, '统一社会信用代码是多少');
    await tap(page, '下一步');
    await see(page, '要办哪些职工');
    const bad = Array.from({ length: 200 }, (_, n) => employee(n, n % 4 === 0 ? '很多' : 6500));
    await choose(page, '选填好的表格', await writtenTable([columns, ...bad]));
    await see(page, '表格里有 50 行要改');
    await see(page, '第 2 行');
    await lookOver(phone, `table-faults-${size}`);
    const good = Array.from({ length: 200 }, (_, n) => employee(n));
    await page.waitForTimeout(600);
    await choose(page, '选填好的表格', await writtenTable([columns, ...good]));
    await see(page, '表格已核对');
    await see(page, '200 行');
    await lookOver(phone, `table-good-${size}`);

    await page.goto('/#/pages/me/index');
    await page.reload();
    await tap(page, /我的单位/);
    await tap(page, /兰州陇原机械有限公司/);
    await see(page, '替它办什么');
    await lookOver(phone, `unit-items-${size}`);
    assert.deepEqual(phone.problems, []);
  });

  test(`a person talks with the agency and calls the problem solved (${size})`, async () => {
    const citizen = await CitizenClient.scanned(product.baseUrl, product.sandboxUrl, 'worker-gansu');
    const { id } = await citizen.submit(await filledCase(citizen, 'settlement-coordination', '620000'));
    const officer = await OfficerClient.loggedIn(
      product.baseUrl,
      product.sandboxUrl,
      elder ? 'window' : 'first-reviewer',
      '620000',
    );
    await officer.act('accept', id);
    await using phone = await knownPhone(product, { person: 'worker-gansu', elder });
    const { page } = phone;
    await page.goto(`/#/pages/case/index?id=${id}`);
    await tap(page, /和医保部门对话/);
    await see(page, '前回复您');
    await tap(page, '发送');
    await see(page, '请写一句话');
    await page.getByLabel('留言').filter({ visible: true }).first().fill('窗口说查不到备案。');
    await page.waitForTimeout(600);
    await tap(page, '发送');
    await see(page, '窗口说查不到备案。');
    await officer.answer(id, '已经重新上传备案，请再刷一次。');
    await page.goto(`/#/pages/case/index?id=${id}`);
    await see(page, '请看回复');
    await lookOver(phone, `talk-case-${size}`);
    await tap(page, /和医保部门对话/);
    await see(page, '已经重新上传备案');
    await lookOver(phone, `talk-${size}`);
    await tap(page, '问题已经解决');
    await tap(page, '解决了，结束');
    await see(page, '已办结');
    assert.deepEqual(phone.problems, []);
  });
}
