/**
 * WeChat's dialog for subscription messages: one accept is one message, so it is asked for each time something is handed
 * in, and only from the tap that does it. Whatever is answered, handing in goes on.
 */
import Taro from '@tarojs/taro';
import { newKey } from '../api/cases';
import { acceptMessages, subscriptions } from '../api/me';
import { onceOnline } from '../network/once-online';

/** Accepted and not yet known to the server: kept until it is, under one key. */
const PLACE = 'yiban.accepted-messages';
const RETRY_MS = 30_000;

let templateIds: readonly string[] = [];

/** Fetches what may be asked for, so that the tap need not wait for it: WeChat shows the dialog for a tap alone. */
export function prepareAsking(): void {
  void tellServer();
  subscriptions().then(
    ({ templates }) => {
      templateIds = templates.map(({ templateId }) => templateId);
    },
    () => undefined,
  );
}

export async function askToBeTold(): Promise<void> {
  if (templateIds.length === 0) return;
  try {
    // Alipay's, which Taro's types ask for.
    const entityIds: string[] = [];
    const answers: object = await Taro.requestSubscribeMessage({ tmplIds: [...templateIds], entityIds });
    const accepted = Object.entries(answers)
      .filter(([id, answer]) => answer === 'accept' && templateIds.includes(id))
      .map(([id]) => id);
    if (accepted.length === 0) return;
    Taro.setStorageSync(PLACE, { key: newKey(), templateIds: accepted });
    await tellServer();
  } catch {
    // Switched off in the settings, or an old client: people are told in the inbox and by SMS.
  }
}

async function tellServer(): Promise<void> {
  const stored: unknown = Taro.getStorageSync(PLACE);
  if (!isAccepted(stored)) return;
  try {
    await acceptMessages(stored.templateIds, stored.key);
    Taro.removeStorageSync(PLACE);
  } catch {
    onceOnline(RETRY_MS, () => void tellServer());
  }
}

function isAccepted(value: unknown): value is { readonly key: string; readonly templateIds: readonly string[] } {
  return (
    typeof value === 'object' &&
    value !== null &&
    'key' in value &&
    typeof value.key === 'string' &&
    'templateIds' in value &&
    Array.isArray(value.templateIds)
  );
}
