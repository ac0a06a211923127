/**
 * Runs the WeChat build without DevTools: Tencent's own component framework in Chromium, with `wx` over real HTTP.
 *
 *   await using weapp = await openWeapp({ distDir, apiBase: 'http://127.0.0.1:3000' });
 *   await weapp.waitFor('医保易办');
 *   await weapp.tap('扫医保电子凭证');
 *
 * It shows neither native rendering nor the real client, its consent dialogs or its list of allowed domains.
 */
import { readFileSync } from 'node:fs';
import { createRequire, stripTypeScriptTypes } from 'node:module';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { PHONE, launchChromium } from '../browser/chromium.ts';
import type { Counts, Target } from './client/hands.ts';
import type { SetDataCall } from './client/stage.ts';
import type { StartOptions, WeappInPage, start } from './client/start.ts';
import { answerRequest } from './host-requests.ts';
import type { HostRequest } from './host-requests.ts';
import { packDist } from './pack-dist.ts';
import type { WeappBundle } from './pack-dist.ts';

declare global {
  var weapp: WeappInPage;
  var startWeapp: typeof start;
}

export interface OpenOptions {
  distDir: string;
  /** Where the BFF runs; the build's own base (http://127.0.0.1:3000) is sent there instead. */
  apiBase: string;
  /** Base the build was made with. */
  builtApiBase?: string;
  /** First page, with its query; else the first of app.json. */
  url?: string;
  /** Codes that wx.login answers, in order. */
  loginCodes?: string[];
  fontSizeScaleFactor?: number;
  privacyAgreed?: boolean;
  /** How many times slower the processor is. */
  slowDown?: number;
  /** What `storage()` of an earlier run answered: the same phone, started again. */
  storage?: [string, string][];
}

type Where = string | Target;

export interface Weapp extends AsyncDisposable {
  /** Path of the page on the screen. */
  page(): Promise<string>;
  stack(): Promise<string[]>;
  tap(target: Where): Promise<void>;
  input(target: Where, value: string, options?: { keyByKey?: boolean }): Promise<void>;
  pick(target: Where, value: string | number): Promise<void>;
  draw(target: Where, points: { x: number; y: number }[]): Promise<void>;
  strokes(): Promise<number>;
  back(): Promise<void>;
  text(): Promise<string>;
  /** Waits until the page says it; fails with what it says instead. */
  waitFor(words: string, timeoutMs?: number): Promise<void>;
  counts(): Promise<Counts>;
  setDataCalls(): Promise<SetDataCall[]>;
  /** Bytes of all setData since the start or the last forgetSetData. */
  bytes(): Promise<number>;
  forgetSetData(): Promise<void>;
  /** The next scan reads this; without one the person cancels. */
  willScan(text: string): Promise<void>;
  willChoosePhotos(photos: { bytes: Uint8Array; extension: string }[]): Promise<void>;
  willLoginWith(code: string): Promise<void>;
  willAnswerModal(confirm: boolean): Promise<void>;
  setOnline(online: boolean): Promise<void>;
  /** Modals, toasts, documents and calls the phone showed. */
  shown(): Promise<string[]>;
  requests(): Promise<{ method: string; url: string; statusCode: number }[]>;
  storage(): Promise<[string, string][]>;
  /** Uncaught errors and console.error lines. Assert that it is empty. */
  readonly problems: readonly string[];
  screenshot(file: string): Promise<void>;
  /** The browser page it runs in, for axe and the like. */
  readonly browserPage: Page;
  close(): Promise<void>;
}

const PATIENCE_MS = 3000;
const ORIGIN = 'http://weapp.test';
const DEFAULT_BUILT_API_BASE = 'http://127.0.0.1:3000';

export async function openWeapp(options: OpenOptions): Promise<Weapp> {
  const bundle = packDist(options.distDir);
  const browser = await launchChromium();
  try {
    const page = await browser.newPage({
      viewport: PHONE,
      deviceScaleFactor: 2,
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
    });
    const problems = collectProblems(page);
    await startIn(page, bundle, options);
    return weappOf(page, problems, () => browser.close());
  } catch (error) {
    await browser.close();
    throw error;
  }
}

async function startIn(page: Page, bundle: WeappBundle, options: OpenOptions): Promise<void> {
  const builtBase = options.builtApiBase ?? DEFAULT_BUILT_API_BASE;
  await page.exposeFunction('hostRequest', (request: HostRequest) =>
    answerRequest({ ...request, url: request.url.replace(builtBase, options.apiBase) }),
  );
  await serveClient(page);
  await page.goto(`${ORIGIN}/`);
  await page.waitForFunction(() => 'startWeapp' in globalThis);
  const startOptions: StartOptions = {
    url: options.url ?? `/${bundle.app.pages[0]}`,
    storage: options.storage ?? [],
    person: {
      loginCodes: options.loginCodes ?? [],
      fontSizeScaleFactor: options.fontSizeScaleFactor ?? 1,
      privacyAgreed: options.privacyAgreed ?? true,
    },
  };
  const processor = await page.context().newCDPSession(page);
  await processor.send('Emulation.setCPUThrottlingRate', { rate: options.slowDown ?? 1 });
  await page.evaluate(
    ([packed, how]) => {
      performance.mark('start');
      globalThis.weapp = globalThis.startWeapp(packed, how);
      performance.measure('start-up scripts', 'start');
    },
    [bundle, startOptions] as const,
  );
}

function weappOf(page: Page, problems: string[], close: () => Promise<void>): Weapp {
  return {
    page: () => page.evaluate(() => weapp.path()),
    stack: () => page.evaluate(() => weapp.stack()),
    tap: (target) => onceThere(() => page.evaluate((at) => weapp.tap(at), targetOf(target))),
    input: (target, value, { keyByKey = false } = {}) =>
      onceThere(() =>
        page.evaluate(([at, typed, keys]) => weapp.input(at, typed, keys), [
          targetOf(target),
          value,
          keyByKey,
        ] as const),
      ),
    pick: (target, value) =>
      onceThere(() => page.evaluate(([at, picked]) => weapp.pick(at, picked), [targetOf(target), value] as const)),
    draw: async (target, points) => {
      // A finger is not faster than the phone, which makes a canvas ready some moments after showing it.
      await page.waitForTimeout(300);
      await onceThere(() => page.evaluate(([at, line]) => weapp.draw(at, line), [targetOf(target), points] as const));
    },
    strokes: () => page.evaluate(() => weapp.strokes()),
    back: () => page.evaluate(() => weapp.back()),
    text: () => page.evaluate(() => weapp.text()),
    waitFor: (words, timeoutMs = 5000) => waitForWords(page, words, timeoutMs, problems),
    counts: () => page.evaluate(() => weapp.counts()),
    setDataCalls: () => page.evaluate(() => weapp.setDataCalls()),
    bytes: () => page.evaluate(() => weapp.setDataCalls().reduce((sum, { bytes }) => sum + bytes, 0)),
    forgetSetData: () => page.evaluate(() => weapp.forgetSetData()),
    willScan: (text) => page.evaluate((scan) => void weapp.person.scans.push(scan), text),
    willChoosePhotos: (photos) =>
      page.evaluate(
        (chosen) => void weapp.person.photos.push(chosen),
        photos.map(({ bytes, extension }) => ({ base64: Buffer.from(bytes).toString('base64'), extension })),
      ),
    willLoginWith: (code) => page.evaluate((next) => void weapp.person.loginCodes.push(next), code),
    willAnswerModal: (confirm) => page.evaluate((answer) => void weapp.person.modalAnswers.push(answer), confirm),
    setOnline: (online) => page.evaluate((now) => weapp.setOnline(now), online),
    shown: () => page.evaluate(() => weapp.person.shown),
    requests: () => page.evaluate(() => weapp.requests()),
    storage: () => page.evaluate(() => weapp.storage()),
    problems,
    screenshot: async (file) => void (await page.screenshot({ path: file })),
    browserPage: page,
    close,
    [Symbol.asyncDispose]: close,
  };
}

/** A person looks for a moment before saying that something is not there. */
async function onceThere(act: () => Promise<void>): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    try {
      return await act();
    } catch (error) {
      const absent = error instanceof Error && error.message.includes('Nothing says or is');
      if (!absent || Date.now() > deadline) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

function targetOf(target: Where): Target {
  return typeof target === 'string' ? { target } : target;
}

async function waitForWords(page: Page, words: string, timeout: number, problems: string[]): Promise<void> {
  try {
    await page.waitForFunction((wanted) => weapp.text().includes(wanted), words, { timeout, polling: 25 });
  } catch {
    const text = await page.evaluate(() => `${weapp.path()}\n${weapp.text()}`);
    throw new Error(`Waited ${timeout} ms for “${words}”. On the screen:\n${text}\nProblems: ${problems.join('\n')}`);
  }
}

/** Taro's templates loop over the children of nodes that have none; WeChat is silent about that. */
const HARMLESS = 'The for-list data is neither Array nor Object, got type "undefined".';

function collectProblems(page: Page): string[] {
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.stack ?? error.message));
  page.on('console', (message) => {
    const text = message.text();
    if ((message.type() === 'error' || message.type() === 'warning') && text !== HARMLESS) problems.push(text);
  });
  return problems;
}

/** The harness's own client, straight from its sources, and the framework from node_modules. Nothing leaves the machine. */
async function serveClient(page: Page): Promise<void> {
  const require = createRequire(import.meta.url);
  const packages: Record<string, string> = {
    '/glass-easel.js': es(require.resolve('glass-easel')),
    '/adapter.js': es(require.resolve('glass-easel-miniprogram-adapter')),
  };
  await page.route(`${ORIGIN}/**`, async (route) => {
    const { pathname } = new URL(route.request().url());
    if (pathname === '/') return route.fulfill({ contentType: 'text/html', body: HTML });
    const packaged = packages[pathname];
    if (packaged) return route.fulfill({ contentType: 'text/javascript', body: readFileSync(packaged, 'utf8') });
    if (!pathname.endsWith('.ts')) return route.fulfill({ status: 404 });
    const source = readFileSync(path.join(import.meta.dirname, pathname), 'utf8');
    return route.fulfill({ contentType: 'text/javascript', body: withoutTypes(source) });
  });
}

function es(commonJs: string): string {
  return commonJs.replace(/\.js$/, '.es.js');
}

/** Node's own stripping; it says once per process that it is experimental, which a test report need not hear. */
function withoutTypes(source: string): string {
  const emitWarning = process.emitWarning.bind(process);
  process.emitWarning = () => {};
  try {
    return stripTypeScriptTypes(source);
  } finally {
    process.emitWarning = emitWarning;
  }
}

const HTML = `<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
<title>weapp</title>
<script type="importmap">
{ "imports": { "glass-easel": "/glass-easel.js", "glass-easel-miniprogram-adapter": "/adapter.js" } }
</script>
<style>
html, body { margin: 0; font: 16px sans-serif; }
page { display: block; }
page[hidden] { display: none; }
body > page > * { display: block; }
view, picker, comp, scroll-view { display: block; }
text { display: inline; }
input, textarea { border: 0; background: none; font: inherit; color: inherit; width: 100%; }
image { display: block; width: 320px; height: 240px; }
button { font: inherit; border: 0; background: none; }
</style>
<body>
<script type="module">
import { start } from '/client/start.ts';
globalThis.startWeapp = start;
</script>
</body>
</html>`;
