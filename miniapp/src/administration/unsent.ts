/** What an administrator has changed and not published: it is there again after a reload. */
import Taro from '@tarojs/taro';

const PREFIX = 'yiban.rules-unsent.';

export function unsent(region: string, what: string): unknown {
  const stored: unknown = Taro.getStorageSync(`${PREFIX}${region}.${what}`);
  if (typeof stored !== 'string' || stored === '') return null;
  try {
    return JSON.parse(stored);
  } catch {
    return null;
  }
}

export function keepUnsent(region: string, what: string, value: object | null): void {
  const key = `${PREFIX}${region}.${what}`;
  if (value === null) Taro.removeStorageSync(key);
  else Taro.setStorageSync(key, JSON.stringify(value));
}
