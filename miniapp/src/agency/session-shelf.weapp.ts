import Taro from '@tarojs/taro';

/** Where an officer's session lies on a phone: apart from the citizen's, who may be the same person at home. */
const KEY = 'yiban.officer-session';

export function shelvedSession(): unknown {
  return Taro.getStorageSync(KEY);
}

export function shelveSession(session: object | null): void {
  if (session === null) Taro.removeStorageSync(KEY);
  else Taro.setStorageSync(KEY, session);
}
