/**
 * Hands on a phone whose network is cut at every deed: the cut comes first, then the deed, and the network only when it
 * was seen that nothing is lost. What needs the network is refused in words, and pressed again when it is back.
 */
import type { BrowserHands } from './browser-hands.ts';
import { until } from './hands.ts';
import type { Hands } from './hands.ts';
import type { PhoneLine } from './phone-line.ts';

/** What only the server can do → what is pressed when the network is back; null where it goes on by itself. */
const WITH_THE_SERVER: Readonly<Record<string, string | null>> = {
  开始办理: null,
  签好了: '签好了',
  提交申请: '提交申请',
  '补好了，提交': '补好了，提交',
};

/** A second tap so soon after the first is taken for a slip of the finger. */
const DOUBLE_TAP_MS = 600;

export interface CutHands extends Hands {
  /** How often the network was cut. */
  readonly cuts: () => number;
  /** With no network: closes and opens the app; the page that was left must come back. */
  readonly reopen: () => Promise<void>;
}

export function cutHands(hands: BrowserHands, line: PhoneLine): CutHands {
  let cuts = 0;

  async function whileCut<T>(deed: () => Promise<T>): Promise<T> {
    await hands.phone.context.setOffline(true);
    line.cut();
    cuts += 1;
    try {
      return await deed();
    } finally {
      line.heal();
      await hands.phone.context.setOffline(false);
    }
  }

  return {
    ...hands,
    cuts: () => cuts,
    press: async (words) => {
      const again = WITH_THE_SERVER[words];
      await hands.reach(words);
      await whileCut(async () => {
        await hands.press(words);
        if (again !== undefined) await hands.see('网络不通');
      });
      if (again === undefined || again === null) return;
      await hands.phone.page.waitForTimeout(DOUBLE_TAP_MS);
      await hands.press(again);
    },
    type: (field, text) => whileCut(() => hands.type(field, text)),
    date: (field, day) => whileCut(() => hands.date(field, day)),
    photograph: (button, photos) =>
      whileCut(async () => {
        const tiles = hands.phone.page.locator('.photo').filter({ visible: true });
        const before = await tiles.count();
        await hands.photograph(button, photos);
        await until(hands, 'the photos should be there', async () => (await tiles.count()) > before);
      }),
    scan: async (qr) => {
      await whileCut(async () => {
        await hands.scan(qr);
        await hands.see('网络不通');
      });
      await hands.press('再扫一次');
      await hands.scan(qr);
    },
    reopen: async () => {
      const { page } = hands.phone;
      const title = await hands.title();
      const looks = whileCut(async () => {
        await page.reload();
        // Which way a paper is handed in is asked again while nothing was handed in.
        const back = new Set([title, '用哪种方式证明？']);
        await until(hands, `“${title}” should come back`, async () => back.has(await hands.title()));
        // Asked for as soon as the network is there again.
        return { newest: page.waitForResponse((answer) => /\/cases\/[^/]+$/.test(answer.url()) && answer.ok()) };
      });
      await (
        await looks
      ).newest;
    },
  };
}
