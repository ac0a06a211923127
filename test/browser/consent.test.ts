/** What was agreed to on the phone is on the agency's record once it is known whose phone it is, until it is withdrawn. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { ConsentsView, ConsentView } from '@yiban/shared-types/consents';
import type { PersonalData } from '@yiban/shared-types/personal-data';
import { CitizenClient } from '../../scripts/client/citizen.ts';
import { startProduct, type RunningProduct } from '../server/running-server.ts';
import { knownPhone, lookOver, see, tap } from './screens.ts';

let product: RunningProduct;

before(async () => {
  product = await startProduct();
});
after(() => product.stop());

for (const elder of [false, true]) {
  test(`a consent is recorded and withdrawn, ${elder ? 'in elder mode' : 'in normal size'}`, async () => {
    const person = elder ? 'retiree-gansu' : 'worker-gansu';
    await using phone = await knownPhone(product, { person, elder });
    const { page } = phone;
    const recorded = page.waitForResponse((answer) => answer.url().endsWith('/me/consents'));
    await page.goto('/#/pages/me/index');
    assert.equal((await recorded).status(), 200);
    const onRecord = async (): Promise<readonly ConsentView[]> => {
      const { api } = await CitizenClient.scanned(product.baseUrl, product.sandboxUrl, person);
      return (await api.call<PersonalData>('GET', '/me/export')).consents;
    };
    assert.deepEqual(
      (await onRecord()).map(({ kind, withdrawnAt }) => [kind, withdrawnAt]),
      [['privacy-notice', null]],
    );

    await tap(page, '个人信息怎么用');
    await see(page, '用来做什么');
    await lookOver(phone, `consent given ${elder}`);
    await tap(page, '撤回同意');
    await see(page, '要撤回同意吗');
    await lookOver(phone, `consent withdrawal ${elder}`);

    // Without a network nothing is withdrawn, and that is said.
    await page.route('**/me/consents', (route) => route.abort());
    await tap(page, '撤回，退出登录');
    await see(page, '网络不通');
    assert.equal((await onRecord())[0]?.withdrawnAt, null);
    await page.unroute('**/me/consents');
    await tap(page, '先不');

    await tap(page, '个人信息怎么用');
    await tap(page, '撤回同意');
    await see(page, '要撤回同意吗');
    await tap(page, '撤回，退出登录');
    await page.getByText('马*国').or(page.getByText('赵*兰')).first().waitFor({ state: 'hidden' });
    assert.notEqual((await onRecord())[0]?.withdrawnAt, null);
  });

  test(`what is sensitive is asked for once, before the first of its kind, ${elder ? 'in elder mode' : 'in normal size'}`, async () => {
    const person = elder ? 'mother-gansu' : 'resident-gansu';
    await using phone = await knownPhone(product, { person, elder, agreed: false });
    const { page } = phone;
    const citizen = await CitizenClient.scanned(product.baseUrl, product.sandboxUrl, person);
    const { id } = await citizen.open('chronic-disease', '620000');
    const standing = async (): Promise<readonly string[]> => {
      const { consents } = await citizen.api.call<ConsentsView>('GET', '/me/consents');
      return consents.filter(({ withdrawnAt }) => withdrawnAt === null).map(({ kind }) => kind);
    };
    const form = `/#/packages/filing/index/index?case=${id}`;
    await page.goto(form);
    await see(page, '要用到看病的信息，可以吗？');
    await lookOver(phone, `consent medical ${elder}`);

    // A no leads to the window and the telephone, and back.
    await tap(page, '不可以');
    await see(page, '窗口在哪里');
    await lookOver(phone, `consent refused ${elder}`);
    await tap(page, '我再想想');

    // Without a network the answer counts at once, and goes on the record at the next start.
    await page.route('**/me/consents', (route) => route.abort());
    await tap(page, '可以，接着办');
    await see(page, '是哪一种病？');
    assert.ok(!(await standing()).includes('medical-data'));
    await page.unroute('**/me/consents');
    await page.reload();
    await see(page, '是哪一种病？');
    for (const end = Date.now() + 20_000; Date.now() < end && !(await standing()).includes('medical-data');)
      await page.waitForTimeout(200);
    assert.ok((await standing()).includes('medical-data'));

    // Taken back, it is asked for anew.
    await page.goto('/#/pages/me/index');
    await tap(page, '个人信息怎么用');
    await see(page, '单独同意过的');
    await lookOver(phone, `consents given ${elder}`);
    await tap(page, '收回：看病的信息');
    await see(page, '收回了：看病的信息');
    assert.ok(!(await standing()).includes('medical-data'));
    await page.goto(form);
    await page.reload();
    await see(page, '要用到看病的信息，可以吗？');
  });
}
