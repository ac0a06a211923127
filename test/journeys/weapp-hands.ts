/** The WeChat build in Tencent's own component framework. */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { openWeapp } from '../weapp/open-weapp.ts';
import type { Weapp } from '../weapp/open-weapp.ts';
import type { Hands } from './hands.ts';

const distDir = path.join(import.meta.dirname, '../../miniapp/dist/weapp');
const pictures = path.join(import.meta.dirname, '../.artifacts');
const PATIENCE_MS = 20_000;
/** A button that was just pressed takes a second tap so soon for a slip of the finger; a person reads first. */
const DOUBLE_TAP_MS = 600;

/** With a WeChat of its own: `wx.login` is answered by the sandbox. */
export async function weappHands(serverUrl: string, sandboxUrl: string): Promise<Hands> {
  const loginCodes = [await loginCode(sandboxUrl), await loginCode(sandboxUrl)];
  const weapp = await openWeapp({ distDir, apiBase: serverUrl, loginCodes, privacyAgreed: false });
  const tap = (words: string): Promise<void> => patiently(() => weapp.tap({ target: words, nth: 0 }));
  return {
    title: () =>
      weapp.browserPage.evaluate(() => {
        const titles = Array.from(document.querySelectorAll<HTMLElement>('.page-title'));
        return titles.findLast((title) => title.getClientRects().length > 0)?.innerText ?? '';
      }),
    see: (words) => weapp.waitFor(words, PATIENCE_MS),
    press: tap,
    pressTwice: async (words) => {
      await weapp.browserPage.waitForTimeout(DOUBLE_TAP_MS);
      await Promise.all([tap(words), tap(words)]);
    },
    type: (field, text) => patiently(() => weapp.input({ target: fieldNamed(field), nth: 0 }, text)),
    date: (field, day) => patiently(() => weapp.pick({ target: `picker[aria-label^="${field}"]`, nth: 0 }, day)),
    photograph: async (button, photos) => {
      await weapp.willChoosePhotos(photos.map((bytes) => ({ bytes, extension: 'jpg' })));
      await tap(button);
    },
    scan: async (qr) => {
      await weapp.willScan(qr);
      await tap('打开扫一扫');
    },
    sign: () =>
      patiently(() =>
        weapp.draw(
          '.signature-canvas',
          Array.from({ length: 15 }, (_, step) => ({ x: 30 + step * 15, y: 100 + Math.sin(step) * 40 })),
        ),
      ),
    openPdf: async (words) => {
      const before = (await weapp.shown()).length;
      await tap(words);
      const opened = await openedAfter(weapp, before);
      return Buffer.from(
        await weapp.browserPage.evaluate(
          (filePath) => String(globalThis.weapp.wx.getFileSystemManager().readFileSync(filePath, 'base64')),
          opened,
        ),
        'base64',
      );
    },
    text: () => weapp.text(),
    picture: async (name) => {
      mkdirSync(pictures, { recursive: true });
      const file = path.join(pictures, `${name}.png`);
      await weapp.screenshot(file);
      return file;
    },
    problems: weapp.problems,
    [Symbol.asyncDispose]: () => weapp.close(),
  };
}

async function loginCode(sandboxUrl: string): Promise<string> {
  const answer = await fetch(`${sandboxUrl}/wechat/code`, { method: 'POST' });
  return z.object({ code: z.string() }).parse(await answer.json()).code;
}

function fieldNamed(name: string): string {
  return `input[aria-label^="${name}"], textarea[aria-label^="${name}"]`;
}

/** The file that WeChat's viewer was given. */
async function openedAfter(weapp: Weapp, before: number): Promise<string> {
  return patiently(async () => {
    const shown = (await weapp.shown()).slice(before).find((one) => one.startsWith('document: '));
    if (shown === undefined) throw new Error(`no document was opened; the page says:\n${await weapp.text()}`);
    return shown.split(' ')[1] ?? '';
  });
}

async function patiently<T>(act: () => Promise<T>): Promise<T> {
  for (const end = Date.now() + PATIENCE_MS; ;) {
    try {
      return await act();
    } catch (error) {
      if (Date.now() > end) throw error;
      await new Promise((resume) => setTimeout(resume, 50));
    }
  }
}
