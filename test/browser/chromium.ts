/**
 * Debian's Chromium as a phone of 390 × 844 for browser tests.
 *
 *   await using phone = await openPhone({ baseUrl: 'http://127.0.0.1:3000' });
 *   await phone.page.goto('/#/pages/home/index');
 *   await phone.screenshot('home');
 *
 * `cameraFile` is a .y4m or .mjpeg clip that the page's camera shows. CHROMIUM_PATH names another browser; a missing one is
 * an error that says what to install, never a skipped test.
 */
import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';

export const PHONE = { width: 390, height: 844 } as const;

const PICTURES = path.join(import.meta.dirname, '../.artifacts');
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

export interface Phone extends AsyncDisposable {
  readonly browser: Browser;
  readonly context: BrowserContext;
  readonly page: Page;
  /** Errors thrown in the page, lines of console.error, and files that did not load; not what the API answered. */
  readonly problems: readonly string[];
  /** Writes test/.artifacts/<name>.png and answers its path. */
  screenshot(name: string, options?: { wholePage?: boolean }): Promise<string>;
}

export interface PhoneOptions {
  baseUrl?: string;
  cameraFile?: string;
  context?: BrowserContextOptions;
}

export async function openPhone({ baseUrl, cameraFile, context: more }: PhoneOptions = {}): Promise<Phone> {
  const browser = await launchChromium(cameraFile === undefined ? [] : cameraFlags(cameraFile));
  const context = await browser.newContext({
    ...(baseUrl === undefined ? {} : { baseURL: baseUrl }),
    viewport: PHONE,
    deviceScaleFactor: 2,
    isMobile: true,
    hasTouch: true,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    ...(cameraFile === undefined ? {} : { permissions: ['camera'] }),
    ...more,
  });
  const page = await context.newPage();
  const problems = collectProblems(page);
  return {
    browser,
    context,
    page,
    problems,
    screenshot: (name, options) => takePicture(page, name, options?.wholePage ?? false),
    [Symbol.asyncDispose]: () => browser.close(),
  };
}

export async function launchChromium(flags: readonly string[] = []): Promise<Browser> {
  return chromium.launch({ executablePath: chromiumPath(), args: [...FLAGS, ...flags] });
}

function chromiumPath(): string {
  const candidates = [
    process.env.CHROMIUM_PATH,
    '/usr/bin/chromium',
    '/usr/bin/google-chrome',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ];
  const found = candidates.find((candidate) => candidate !== undefined && existsSync(candidate));
  if (found === undefined) {
    throw new Error(
      'No Chromium found. Debian: apt-get install chromium fonts-noto-cjk. Elsewhere: install Chrome, or set CHROMIUM_PATH to its path.',
    );
  }
  return found;
}

function cameraFlags(file: string): string[] {
  return [
    '--use-fake-ui-for-media-stream',
    '--use-fake-device-for-media-stream',
    `--use-file-for-fake-video-capture=${path.resolve(file)}`,
  ];
}

function collectProblems(page: Page): string[] {
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => {
    // An answer of the API that is no success is the product's to show, and a test's to look for on the page.
    const fromApi = message.location().url.includes('/api/');
    if (message.type() === 'error' && !fromApi) problems.push(`${message.text()} ${message.location().url}`);
  });
  return problems;
}

/** A page of Taro's scrolls inside itself, so the whole of it is seen by making the window as tall as it is. */
async function takePicture(page: Page, name: string, wholePage: boolean): Promise<string> {
  mkdirSync(PICTURES, { recursive: true });
  const file = path.join(PICTURES, `${name}.png`);
  if (wholePage) {
    const height = await page.evaluate(() =>
      Math.max(...Array.from(document.querySelectorAll('.taro_page'), (element) => element.scrollHeight)),
    );
    await page.setViewportSize({ width: PHONE.width, height: Math.max(PHONE.height, height) });
  }
  await page.screenshot({ path: file });
  if (wholePage) await page.setViewportSize(PHONE);
  return file;
}
