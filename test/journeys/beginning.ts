/** How everybody begins: the app opened for the first time, the credential scanned. */
import { credentialQr } from '../../scripts/client/citizen.ts';
import type { RunningProduct } from '../server/running-server.ts';
import type { Hands } from './hands.ts';

export async function firstStart(hands: Hands, { elder = false }: { readonly elder?: boolean } = {}): Promise<void> {
  await hands.see('先说说您的个人信息');
  await hands.press('同意，继续');
  await hands.see('字大一些看着更清楚吗？');
  await hands.press(elder ? '要大字，用长辈版' : '不用，标准的就好');
  await hands.see('先扫您的医保码');
}

/** To the front page, as that person of the sandbox. */
export async function scannedIn(
  hands: Hands,
  { sandboxUrl }: RunningProduct,
  person: string,
  onceKnown: () => Promise<void> = async () => {},
): Promise<void> {
  await hands.press('扫医保电子凭证');
  await hands.see('在哪里找医保电子凭证');
  await hands.scan(await credentialQr(sandboxUrl, person));
  await hands.see('您好');
  await onceKnown();
  await hands.press('看看能办什么');
  await hands.see('您遇到了什么事');
}

/** From the front page to the first question of an item. */
export async function beginItem(hands: Hands, event: string, item: string): Promise<void> {
  await hands.press(event);
  await hands.press(item);
  await hands.press('开始办理');
  await hands.see('第 1 步');
}
