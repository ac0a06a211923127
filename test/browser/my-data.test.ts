/** A person takes a copy of their data along, logs out another phone, and closes their account. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import readExcelFile from 'read-excel-file/universal';
import { CitizenClient } from '../../scripts/client/citizen.ts';
import { filledCase } from '../api/filled-case.ts';
import { startProduct, type RunningProduct } from '../server/running-server.ts';
import { knownPhone, lookOver, see, tap } from './screens.ts';

let product: RunningProduct;

before(async () => {
  product = await startProduct();
});
after(() => product.stop());

for (const elder of [false, true]) {
  test(`one’s own data and logins, ${elder ? 'in elder mode' : 'in normal size'}`, async () => {
    const person = elder ? 'retiree-gansu' : 'worker-gansu';
    const elsewhere = await CitizenClient.scanned(product.baseUrl, product.sandboxUrl, person);
    await using phone = await knownPhone(product, { person, elder });
    const { page } = phone;
    await page.goto('/#/pages/me/index');
    await tap(page, '我的信息和登录');
    await see(page, '在哪里登录着');
    await lookOver(phone, `my data ${elder}`);

    await tap(page, '退出别的手机');
    await see(page, '别处都退出登录吗');
    await lookOver(phone, `other logins ${elder}`);
    await page.route('**/me/sessions', (route) =>
      route.request().method() === 'GET' ? route.continue() : route.abort(),
    );
    await tap(page, '都退出');
    await see(page, '网络不通');
    assert.equal((await elsewhere.api.send('GET', '/me')).status, 200);
    await page.unroute('**/me/sessions');
    await tap(page, '先不');
    // Pressed again where a page that is just being drawn swallowed it.
    const asked = page.getByText('别处都退出登录吗');
    for (let presses = 0; presses < 5 && !(await asked.isVisible()); presses += 1) {
      await page.getByRole('button', { name: '退出别的手机' }).click();
      await page.waitForTimeout(800);
    }
    await tap(page, '都退出');
    await page.getByRole('button', { name: '退出别的手机' }).waitFor({ state: 'hidden' });
    assert.equal((await elsewhere.api.send('GET', '/me')).status, 401);

    const download = page.waitForEvent('download');
    await tap(page, '存一份');
    const bytes = readFileSync(await (await download).path());
    const sheets = await readExcelFile(new Blob([new Uint8Array(bytes)]));
    assert.equal(sheets[0]?.sheet, '我的资料');
    await see(page, '存好了');

    // An open case stands in the way, and that is said.
    const again = await CitizenClient.scanned(product.baseUrl, product.sandboxUrl, person);
    const filed = await again.submit(await filledCase(again, 'settlement-coordination', '620000'));
    await tap(page, '注销账号');
    await see(page, '要注销账号吗');
    await lookOver(phone, `closing ${elder}`);
    await tap(page, '注销，删掉我的信息');
    await see(page, '您还有没办完的事');
    await again.api.write('POST', `/cases/${filed.id}/withdraw`, { version: filed.version });
    await tap(page, '先不');
    await page.waitForTimeout(600);
    await tap(page, '注销账号');
    await tap(page, '注销，删掉我的信息');
    await see(page, '账号注销了');
    await see(page, filed.number ?? assert.fail());
    await lookOver(phone, `closed ${elder}`);
    await tap(page, '回首页');
    await see(page, '先扫您的医保码');
    await page.goto('/#/pages/me/index');
    await see(page, '还没有扫码');
  });
}
