/** The UI kit by itself, in the gallery: what every screen inherits. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { buildGallery } from '../gallery-build.ts';
import { axeFindings } from './axe.ts';
import { openPhone } from './chromium.ts';
import type { Phone } from './chromium.ts';
import { serveFolder } from './static-server.ts';
import type { StaticServer } from './static-server.ts';

const GALLERY = '/#/packages/gallery/index/index';
const MODES = ['normal', 'elder'] as const;
let server: StaticServer;

before(async () => {
  server = await serveFolder(await buildGallery('h5'));
});
after(() => server[Symbol.asyncDispose]());

async function openGallery(mode: (typeof MODES)[number]): Promise<Phone> {
  const phone = await openPhone({ baseUrl: server.url });
  await phone.page.addInitScript((chosen) => {
    localStorage.setItem('yiban.type-mode', JSON.stringify({ data: chosen }));
  }, mode);
  await phone.page.goto(GALLERY);
  await phone.page.getByRole('heading', { name: '组件样例' }).waitFor();
  return phone;
}

for (const mode of MODES) {
  test(`axe finds nothing in ${mode} mode, contrast of 7:1 included`, async () => {
    await using phone = await openGallery(mode);
    assert.deepEqual(await axeFindings(phone.page), []);
    assert.deepEqual(phone.problems, []);
  });

  test(`everything that is tapped is large enough in ${mode} mode`, async () => {
    await using phone = await openGallery(mode);
    const smallest = mode === 'elder' ? 60 : 48;
    const small = await phone.page.evaluate(
      (least) =>
        Array.from(document.querySelectorAll('[role=button],[role=radio],[role=link],input,textarea'))
          .map((element) => ({ element, box: (element.closest('.entry') ?? element).getBoundingClientRect() }))
          .filter(({ box }) => box.width > 0 && (box.height < least || box.width < 48))
          .map(({ element, box }) => `${element.className} ${box.width}×${box.height}`),
      smallest,
    );
    assert.deepEqual(small, []);
  });
}

test('elder mode: main text is at least 18 pt (24 px)', async () => {
  await using phone = await openGallery('elder');
  const size = await phone.page
    .locator('.row-title')
    .first()
    .evaluate((element) => getComputedStyle(element).fontSize);
  assert.ok(Number.parseFloat(size) >= 24, size);
});

for (const width of [390, 320]) {
  test(`elder mode on type of 200 % does not scroll sideways at ${width} px`, async () => {
    await using phone = await openGallery('elder');
    await phone.page.setViewportSize({ width, height: 844 });
    await phone.page.addStyleTag({ content: 'html { font-size: 32px }' });
    // The browser's own type size is read when a page is drawn: switching there and back draws it anew.
    await phone.page.getByRole('button', { name: '换回标准版' }).click();
    await phone.page.getByRole('button', { name: '换成长辈版' }).click();
    const { scroll, client, size } = await phone.page.evaluate(() => {
      const page = document.querySelector('.taro_page');
      const title = document.querySelector('.row-title');
      return {
        scroll: page?.scrollWidth ?? 0,
        client: page?.clientWidth ?? 0,
        size: title ? Number.parseFloat(getComputedStyle(title).fontSize) : 0,
      };
    });
    assert.ok(size >= 48, `type is only ${size} px`);
    assert.ok(scroll <= client, `${scroll} px wide in ${client} px`);
  });
}

test('the switch on the page changes the mode, and the phone remembers it', async () => {
  await using phone = await openPhone({ baseUrl: server.url });
  await phone.page.goto(GALLERY);
  await phone.page.getByRole('button', { name: '换成长辈版' }).click();
  await phone.page.getByRole('button', { name: '换回标准版' }).waitFor();
  await phone.page.reload();
  await phone.page.getByRole('button', { name: '换回标准版' }).waitFor();
});

test('the form is filled in with the keyboard alone', async () => {
  await using phone = await openGallery('normal');
  const { page } = phone;
  await page.getByRole('textbox', { name: '联系电话' }).focus();
  await page.keyboard.press('End');
  await page.keyboard.type('1111');
  await page.getByRole('alert').filter({ hasText: '手机号' }).waitFor({ state: 'detached' });
  await page.getByRole('radio', { name: /拍户口簿/ }).focus();
  await page.keyboard.press('ArrowDown');
  assert.equal(await page.getByRole('radio', { name: /签个人承诺书/ }).getAttribute('aria-checked'), 'true');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  assert.equal(await page.getByRole('radio', { name: '要', exact: true }).getAttribute('aria-checked'), 'true');
  await page.getByRole('button', { name: '山西省' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: '运城市' }).focus();
  await page.keyboard.press('Space');
  await page.getByRole('button', { name: '新绛县' }).waitFor();
});

test('a sheet holds the focus, closes with Escape, and gives the focus back', async () => {
  await using phone = await openGallery('normal');
  const { page } = phone;
  await page.getByRole('button', { name: '撤回申请' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: '要撤回这份申请吗？' }).waitFor();
  for (let presses = 0; presses < 5; presses += 1) {
    await page.keyboard.press('Tab');
    assert.ok(
      await page.evaluate(() => document.activeElement?.closest('dialog') ?? document.activeElement === document.body),
    );
  }
  assert.deepEqual(await axeFindings(page), []);
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  assert.equal(await page.evaluate(() => document.activeElement?.textContent), '撤回申请');
});

test('a second tap while a deed is under way does nothing, and the button says so', async () => {
  await using phone = await openGallery('normal');
  const button = phone.page.locator('.page-actions [role=button]');
  await button.dblclick();
  assert.equal(await button.getAttribute('aria-disabled'), 'true');
  assert.equal(await button.textContent(), '请稍候…');
});

test('a name written with the finger comes out as a PNG; an empty pad is refused', async () => {
  await using phone = await openGallery('normal');
  const { page } = phone;
  await page.getByRole('button', { name: '签好了' }).click();
  await page.getByRole('alert').filter({ hasText: '还没有签名' }).waitFor();
  const canvas = page.locator('.signature-canvas');
  await canvas.scrollIntoViewIfNeeded();
  const box = await canvas.boundingBox();
  assert.ok(box);
  await page.mouse.move(box.x + 40, box.y + 60);
  await page.mouse.down();
  for (let step = 0; step < 20; step += 1) await page.mouse.move(box.x + 40 + step * 8, box.y + 60 + (step % 5) * 12);
  await page.mouse.up();
  await page.waitForTimeout(600); // a tap within half a second counts as a double tap
  await page.getByRole('button', { name: '签好了' }).click();
  await page.getByText(/签名图 \d{4,} 字节/).waitFor();
});

test('reading aloud says what stands on the page, in order, and stops at a second tap', async () => {
  await using phone = await openPhone({ baseUrl: server.url });
  const { page } = phone;
  await page.addInitScript(() => {
    const said: string[] = [];
    Object.assign(globalThis, { said });
    speechSynthesis.speak = (utterance) => void said.push(utterance.text);
    speechSynthesis.cancel = () => void said.push('(stop)');
  });
  await page.goto(GALLERY);
  await page.getByRole('button', { name: '朗读本页' }).click();
  const said = await page.evaluate(() => (globalThis as unknown as { said: string[] }).said);
  const text = said.find((one) => one !== '(stop)') ?? '';
  assert.match(text, /^组件样例\n每个组件的样子/);
  assert.match(text, /异地安置退休人员备案，当场办结/);
  await page.getByRole('button', { name: '停止朗读' }).click();
  await page.getByRole('button', { name: '朗读本页' }).waitFor();
});

test('without a network the page says so, and takes it back', async () => {
  await using phone = await openGallery('normal');
  await phone.context.setOffline(true);
  await phone.page.getByText('没有网络').waitFor();
  await phone.context.setOffline(false);
  await phone.page.getByText('没有网络').waitFor({ state: 'detached' });
});
