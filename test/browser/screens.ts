/** What browser tests do on a phone's screen: a phone on which somebody is known already, seeing, tapping, and looking it over. */
import assert from 'node:assert/strict';
import { errors, type FileChooser, type Page } from 'playwright-core';
import { CitizenClient } from '../../scripts/client/citizen.ts';
import type { RunningProduct } from '../server/running-server.ts';
import { axeFindings } from './axe.ts';
import { openPhone, PHONE, type Phone } from './chromium.ts';

const PATIENCE_MS = 20_000;
const CHOOSER_MS = 5_000;

export interface KnownPhone {
  /** Of the sandbox: who scanned their credential on it; null where nobody has. */
  readonly person: string | null;
  readonly elder: boolean;
  /** False: they were never asked for anything separately. */
  readonly agreed?: boolean;
}

const sensitiveKinds = ['medical-data', 'bank-data', 'identity-papers', 'others-data', 'minor-data'];

/** A phone that was answered the questions of the first start. */
export async function knownPhone(
  { baseUrl, sandboxUrl }: RunningProduct,
  { person, elder, agreed = true }: KnownPhone,
): Promise<Phone> {
  const phone = await openPhone({ baseUrl });
  const kept: Record<string, unknown> = {
    'yiban.type-mode': elder ? 'elder' : 'normal',
    'yiban.privacy.1': 'agreed',
    'yiban.region': '620000',
  };
  if (person !== null) {
    const citizen = await CitizenClient.scanned(baseUrl, sandboxUrl, person);
    const session = await citizen.scan(person);
    kept['yiban.session'] = session;
    // They have agreed before to what is asked for separately (consent.test.ts asks).
    if (agreed)
      kept['yiban.sensitive.1'] = { who: session.refreshToken.split('.')[0], given: sensitiveKinds, unsent: [] };
  }
  await phone.context.addInitScript((items: Record<string, unknown>) => {
    for (const [key, data] of Object.entries(items)) localStorage.setItem(key, JSON.stringify({ data }));
  }, kept);
  return phone;
}

/** Waits until the page says it; else fails with what the page says instead. */
export async function see(page: Page, words: string | RegExp): Promise<void> {
  const said = page.getByText(words).filter({ visible: true }).first();
  await said.waitFor({ timeout: PATIENCE_MS }).catch(() => failWith(page, `“${words}” is not said`));
}

export async function tap(page: Page, words: string | RegExp): Promise<void> {
  await page.getByRole('button', { name: words }).filter({ visible: true }).first().click();
}

/** Presses what asks for files, and gives them: pressed again where a page that was just being drawn swallowed it. */
export async function chooseFiles(
  page: Page,
  press: () => Promise<void>,
  files: Parameters<FileChooser['setFiles']>[0],
): Promise<void> {
  for (const end = Date.now() + PATIENCE_MS; ;) {
    try {
      const [chooser] = await Promise.all([page.waitForEvent('filechooser', { timeout: CHOOSER_MS }), press()]);
      return await chooser.setFiles(files);
    } catch (error) {
      if (!(error instanceof errors.TimeoutError) || Date.now() > end) throw error;
    }
  }
}

/** Writes a name on the signature pad. */
export async function sign(page: Page): Promise<void> {
  const pad = page.locator('canvas').filter({ visible: true }).first();
  await pad.waitFor({ timeout: PATIENCE_MS });
  // The bar of buttons covers what is at the bottom of the screen.
  await pad.evaluate((canvas) => canvas.scrollIntoView({ block: 'center' }));
  const box = await pad.boundingBox();
  if (box === null) throw new Error('there is no signature pad');
  const at = (step: number) => [box.x + 30 + step * 18, box.y + box.height / 2 + Math.sin(step) * 40] as const;
  await page.mouse.move(...at(0));
  await page.mouse.down();
  for (let step = 1; step <= 14; step += 1) await page.mouse.move(...at(step));
  await page.mouse.up();
}

/** Nothing for axe to say, and nothing wider than the phone; leaves a picture of the whole page. */
export async function lookOver(phone: Phone, name: string): Promise<void> {
  const { page } = phone;
  const height = await page.evaluate(() =>
    Math.max(...Array.from(document.querySelectorAll('.taro_page'), (element) => element.scrollHeight)),
  );
  // The whole page at once: what the bar at the bottom covers can be scrolled away from, which axe doesn't know.
  await page.setViewportSize({ width: PHONE.width, height: Math.max(PHONE.height, height) });
  await phone.screenshot(name.replaceAll('/', '-'));
  assert.deepEqual(await axeFindings(page), [], name);
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= 390), `${name} is too wide`);
  await page.setViewportSize(PHONE);
}

export async function failWith(page: Page, problem: string): Promise<never> {
  throw new Error(`${problem}; the page says:\n${await page.locator('body').innerText()}`);
}
