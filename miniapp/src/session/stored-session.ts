import Taro from '@tarojs/taro';
import type { PersonView, SessionTokens } from '@yiban/shared-types/session';

const STORAGE_KEY = 'yiban.session';
const listeners = new Set<() => void>();
let session: SessionTokens | null | undefined;

/** The session as the phone remembers it: tokens, and the person masked. Nothing else about them is stored. */
export function storedSession(): SessionTokens | null {
  if (session === undefined) {
    const stored: unknown = Taro.getStorageSync(STORAGE_KEY);
    session = isSession(stored) ? stored : null;
  }
  return session;
}

export function storeSession(next: SessionTokens | null): void {
  session = next;
  if (next === null) Taro.removeStorageSync(STORAGE_KEY);
  else Taro.setStorageSync(STORAGE_KEY, next);
  listeners.forEach((tell) => tell());
}

export function onSessionChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function storedPerson(): PersonView | null {
  return storedSession()?.person ?? null;
}

function isSession(value: unknown): value is SessionTokens {
  return typeof value === 'object' && value !== null && 'accessToken' in value && 'refreshToken' in value;
}
