/** The browser build in Chromium: a citizen's phone of 390 × 844, or an officer's desk of 1440 × 900. */
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { errors, type Locator, type Page } from 'playwright-core';
import { openPhone } from '../browser/chromium.ts';
import type { Phone } from '../browser/chromium.ts';
import { chooseFiles, failWith, see, sign } from '../browser/screens.ts';
import { qrCameraClip, qrPng } from '../qr-picture.ts';
import type { DeskHands } from './hands.ts';

export interface BrowserHandsOptions {
  /** What the camera sees: this QR. Without it there is no camera, and a photo is scanned. */
  readonly cameraSees?: string;
  /** The workbench, on a screen with a mouse. */
  readonly desk?: boolean;
  /** The address that is opened first: a link that somebody was sent. */
  readonly link?: string;
}

const DESK = {
  viewport: { width: 1440, height: 900 },
  deviceScaleFactor: 1,
  isMobile: false,
  hasTouch: false,
} as const;

const PATIENCE_MS = 20_000;
const ONE_TRY_MS = 3_000;
const PAPER_MS = 10_000;
/** A button that was just pressed takes a second tap so soon for a slip of the finger; a person reads first. */
const DOUBLE_TAP_MS = 600;
const PRESSABLE = ['button', 'radio', 'checkbox', 'link', 'switch'] as const;

/** With the browser itself, for what only happens in one: a reload, its own way back. */
export interface BrowserHands extends DeskHands {
  readonly phone: Phone;
  /** Waits until there is something to press that is called so, and does not press it. */
  readonly reach: (words: string) => Promise<void>;
}

export async function browserHands(
  baseUrl: string,
  { cameraSees, desk = false, link = '/' }: BrowserHandsOptions = {},
): Promise<BrowserHands> {
  const phone = await openPhone({
    baseUrl,
    ...(cameraSees === undefined ? {} : { cameraFile: clipOf(cameraSees) }),
    ...(desk ? { context: DESK } : {}),
  });
  const { page } = phone;
  await page.goto(desk ? '/#/packages/agency/index/index' : link);
  return {
    phone,
    reach: async (words) => void (await pressable(page, words)),
    title: () => titleOf(page),
    see: (words) => see(page, words),
    press: (words) => patiently(async (timeout) => (await pressable(page, words)).click({ timeout })),
    pressTwice: async (words) => {
      await page.waitForTimeout(DOUBLE_TAP_MS);
      await (await pressable(page, words)).dblclick({ timeout: PATIENCE_MS });
    },
    type: (field, text) => patiently((timeout) => fieldOf(page, field).fill(text, { timeout })),
    date: (field, day) => patiently((timeout) => fieldOf(page, field).fill(day, { timeout })),
    photograph: async (button, photos) => {
      const files = photos.map((buffer, i) => ({ name: `photo-${i}.jpg`, mimeType: 'image/jpeg', buffer }));
      await chooseFiles(page, async () => (await pressable(page, button)).click(), files);
    },
    saveFile: async (words) => {
      const saved = page.waitForEvent('download');
      await (await pressable(page, words)).click();
      return readFileSync(await (await saved).path());
    },
    chooseFile: async (words, { name, bytes }) => {
      const file = { name, mimeType: 'application/octet-stream', buffer: bytes };
      await chooseFiles(page, async () => (await pressable(page, words)).click(), file);
    },
    scan: async (qr) => {
      await page
        .getByLabel('医保码照片', { exact: true })
        .setInputFiles({ name: 'code.png', mimeType: 'image/png', buffer: Buffer.from(qrPng(qr)) });
    },
    sign: () => sign(page),
    openPdf: async (words) => {
      // A press that falls on a list that is just being read anew opens nothing, and a person presses again.
      const [tab, answer] = await patiently(async () =>
        Promise.all([
          page.waitForEvent('popup', { timeout: PAPER_MS }),
          page.waitForResponse((response) => response.url().includes('/documents/'), { timeout: PAPER_MS }),
          pressable(page, words).then((button) => button.click({ timeout: PAPER_MS })),
        ]),
      );
      const bytes = await answer.body();
      await tab.waitForURL(/^blob:/, { waitUntil: 'commit' });
      await tab.close();
      return bytes;
    },
    text: () => page.locator('body').innerText(),
    picture: (name) => phone.screenshot(name),
    problems: phone.problems,
    [Symbol.asyncDispose]: () => phone.browser.close(),
  };
}

/**
 * What was found on a page that is just being left is never pressed, however long one waits: it is looked for anew. A press
 * that ran out of time was not done.
 */
async function patiently<T>(deed: (timeout: number) => Promise<T>): Promise<T> {
  for (const end = Date.now() + PATIENCE_MS; ;) {
    try {
      return await deed(ONE_TRY_MS);
    } catch (error) {
      if (!(error instanceof errors.TimeoutError) || Date.now() > end) throw error;
    }
  }
}

function clipOf(qr: string): string {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'yiban-camera-')), 'qr.y4m');
  writeFileSync(file, qrCameraClip(qr));
  return file;
}

async function titleOf(page: Page): Promise<string> {
  const titles = await page.locator('.page-title').filter({ visible: true }).allInnerTexts();
  return titles.at(-1) ?? '';
}

/** By its whole name before a part of it, before any words; only what lies on top. */
async function pressable(page: Page, words: string): Promise<Locator> {
  for (const end = Date.now() + PATIENCE_MS; Date.now() < end;) {
    const dialogs = page.locator('dialog[open]');
    const onTop = (await dialogs.count()) > 0 ? dialogs.last() : page.locator('body');
    const named = (exact: boolean): Locator =>
      PRESSABLE.map((role) => onTop.getByRole(role, { name: words, exact })).reduce((all, one) => all.or(one));
    for (const way of [named(true), named(false), onTop.getByText(words)]) {
      const seen = way.filter({ visible: true });
      if ((await seen.count()) > 0) return seen.first();
    }
    await page.waitForTimeout(50);
  }
  return failWith(page, `nothing to press is “${words}”`);
}

function fieldOf(page: Page, name: string): Locator {
  return page
    .locator(`input[aria-label^="${name}"], textarea[aria-label^="${name}"]`)
    .filter({ visible: true })
    .first();
}
