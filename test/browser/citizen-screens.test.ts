/** The screens around a case, in the browser build against the running product: first start, finding, scanning, looking up. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { startProduct, type RunningProduct } from '../server/running-server.ts';
import { axeFindings } from './axe.ts';
import { openPhone, PHONE } from './chromium.ts';
import type { Phone } from './chromium.ts';

let product: RunningProduct;

before(async () => {
  product = await startProduct();
});
after(() => product.stop());

interface Screens extends AsyncDisposable {
  readonly phone: Phone;
  readonly page: Page;
  readonly tap: (words: string | RegExp) => Promise<void>;
  readonly see: (words: string | RegExp) => Promise<void>;
  readonly row: (words: string) => Locator;
  /** Nothing for axe to say, nothing wider than the phone, everything that is tapped large enough. */
  readonly check: (name: string) => Promise<void>;
}

async function openScreens(): Promise<Screens> {
  const phone = await openPhone({ baseUrl: product.baseUrl });
  const { page } = phone;
  await page.goto('/#/pages/home/index');
  return {
    phone,
    page,
    tap: (words) => page.getByRole('button', { name: words }).filter({ visible: true }).first().click(),
    see: (words) => page.getByText(words).filter({ visible: true }).first().waitFor(),
    row: (words) => page.getByRole('button', { name: words }).filter({ visible: true }).first(),
    check: (name) => checkScreen(page, name),
    [Symbol.asyncDispose]: () => phone[Symbol.asyncDispose](),
  };
}

async function checkScreen(page: Page, name: string): Promise<void> {
  const height = await page.evaluate(() =>
    Math.max(...Array.from(document.querySelectorAll('.taro_page'), (element) => element.scrollHeight)),
  );
  // The whole page at once: what the bar at the bottom covers can be scrolled away from, which axe doesn't know.
  await page.setViewportSize({ width: PHONE.width, height: Math.max(PHONE.height, height) });
  assert.deepEqual(await axeFindings(page), [], name);
  const [tooWide, tooSmall] = await page.evaluate(() => {
    const least = document.querySelector('.page.is-elder') === null ? 48 : 60;
    const tapped = Array.from(document.querySelectorAll('[role="button"], [role="link"], [role="radio"]'));
    return [
      document.documentElement.scrollWidth > 390,
      tapped
        .filter(
          (element) => element.getClientRects().length > 0 && element.getBoundingClientRect().height < least - 0.5,
        )
        .map((element) => element.textContent),
    ] as const;
  });
  await page.setViewportSize(PHONE);
  assert.equal(tooWide, false, `${name} is wider than the phone`);
  assert.deepEqual(tooSmall, [], `${name} has targets that are too small`);
}

async function pastFirstStart({ tap, see }: Screens, elder = false): Promise<void> {
  await tap('同意，继续');
  await tap(elder ? '要大字，用长辈版' : '不用，标准的就好');
  await see('先扫您的医保码');
}

async function photographCredential({ page }: Screens, person: string): Promise<string> {
  const issued = await fetch(`${product.sandboxUrl}/people/${person}/qr`, { method: 'POST' });
  const { png } = (await issued.json()) as { png: string };
  const picture = await fetch(`${product.sandboxUrl}${png}`);
  await showPicture(page, Buffer.from(await picture.arrayBuffer()));
  return png;
}

async function showPicture(page: Page, buffer: Buffer): Promise<void> {
  await page
    .getByLabel('医保码照片', { exact: true })
    .setInputFiles({ name: 'credential.png', mimeType: 'image/png', buffer });
}

for (const elder of [false, true]) {
  test(`from first start to one's own enrolment, ${elder ? 'in elder mode' : 'in normal size'}`, async () => {
    await using screens = await openScreens();
    const { phone, page, tap, see, row, check } = screens;
    await see('先说说您的个人信息');
    await check('privacy notice');
    await pastFirstStart(screens, elder);
    await check('front page of a stranger');

    await tap(/甘肃省/);
    await see('您遇到了什么事');
    await page.getByLabel('想办什么事？').filter({ visible: true }).fill('去外地养老看病');
    await see('找到这些');
    await check('front page with what was found');
    await row('去外地住').click();
    await see(/下面是可能用得上的/);
    await row('异地安置退休人员备案').click();
    await see('这些不用您带');
    await tap(/公开事项十一要素/);
    await see('监督投诉渠道');
    await check('item');

    await tap('扫医保码，开始办理');
    await photographCredential(screens, 'retiree-gansu');
    await see('赵*兰，您好');
    await see('正常参保');
    await check('who was scanned');
    await tap('是我，继续办');
    await row('开始办理').waitFor();

    for (const [address, words] of [
      ['pages/home/index', '点开看参保状态'],
      ['pages/cases/index', '还没有办件'],
      ['pages/me/index', '退出登录'],
      ['packages/query/index/index', '没有正在生效的备案'],
      ['packages/query/messages/index', '还没有消息'],
      ['packages/verify/index/index?code=NOTAREALCODE', '没有查到这份文书'],
    ] as const) {
      await page.goto(`/#/${address}`);
      await see(new RegExp(words));
      await check(address);
    }
    assert.deepEqual(phone.problems, []);
  });
}

test('who does not agree can look around and call, and is asked again before scanning', async () => {
  await using screens = await openScreens();
  const { tap, see } = screens;
  await tap('不同意，先看看');
  await tap('不用，标准的就好');
  await tap(/新绛县/);
  await see('您遇到了什么事');
  await tap('扫医保电子凭证');
  await see('扫码前，请先同意');
  await tap('同意，去扫码');
  await see('在哪里找医保电子凭证');
});

test('what was answered at first start is not asked again', async () => {
  await using screens = await openScreens();
  await pastFirstStart(screens, true);
  await screens.page.reload();
  await screens.see('先扫您的医保码');
  assert.equal(await screens.page.locator('.page.is-elder').count(), 1);
});

test('a used code and a picture without one are told apart, and scanning goes on', async () => {
  await using screens = await openScreens();
  const { page, tap, see } = screens;
  await pastFirstStart(screens);
  await tap('扫医保电子凭证');
  await showPicture(page, Buffer.from('not a picture'));
  await see('这张照片里没找到二维码');
  const png = await photographCredential(screens, 'mother-anhui');
  await see(/您好/);
  await page.goto('/#/pages/me/index');
  await tap('退出登录');
  await page.getByRole('dialog').getByRole('button', { name: '退出登录' }).click();
  await see('还没有扫码');
  await tap('扫医保电子凭证');
  const again = await fetch(`${product.sandboxUrl}${png}`);
  await showPicture(page, Buffer.from(await again.arrayBuffer()));
  await see('这个二维码已经用过了');
  await tap('再扫一次');
  await photographCredential(screens, 'mother-anhui');
  await see(/您好/);
});

test('an item of another region says whose rules it shows, and leads to one’s own', async () => {
  await using screens = await openScreens();
  const { page, tap, see, row } = screens;
  await pastFirstStart(screens);
  await tap('扫医保电子凭证');
  await photographCredential(screens, 'retiree-anhui');
  await see(/您好/);
  await page.goto('/#/pages/item/index?id=remote-retiree&region=620000');
  await see('这是甘肃省的办法');
  assert.equal(await row('开始办理').count(), 0);
  await tap('看安徽省区级的');
  await row('开始办理').waitFor();
});

test('without a network the front page shows what the phone has, and says so', async () => {
  await using screens = await openScreens();
  const { phone, page, tap, see, row } = screens;
  await pastFirstStart(screens);
  await tap('扫医保电子凭证');
  await photographCredential(screens, 'mother-xinjiang-county');
  await see(/您好/);
  await tap('看看能办什么');
  await see('全部事项（30 项）');
  await see('您遇到了什么事');
  // The code of the pages to come is fetched in the background.
  await page.waitForLoadState('networkidle');
  await page.waitForTimeout(4000);
  await phone.context.setOffline(true);
  await page.getByLabel('想办什么事？').filter({ visible: true }).fill('生育津贴');
  await row('生育津贴支付').waitFor();
  await page.getByRole('link', { name: '我的办件' }).filter({ visible: true }).click();
  await see('下面是上次取到的内容');
  await phone.context.setOffline(false);
  // The page asks again by itself once there is a network; the button may be gone by then.
  await page
    .getByRole('button', { name: '再试一次' })
    .filter({ visible: true })
    .click({ timeout: 2000 })
    .catch(() => undefined);
  await page.getByText('下面是上次取到的内容').filter({ visible: true }).first().waitFor({ state: 'hidden' });
});
