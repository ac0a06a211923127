/** What was agreed to on the phone is on the agency's record once it is known whose phone it is, until it is withdrawn. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { ConsentView } from '@yiban/shared-types/consents';
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
}
