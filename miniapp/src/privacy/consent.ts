/**
 * What the person said to the privacy notice, remembered on the phone. Until they agree nothing of theirs is asked for
 * or sent: the catalogue and the telephone work without.
 */
import { useSyncExternalStore } from 'react';
import Taro from '@tarojs/taro';

export type PrivacyConsent = 'unasked' | 'agreed' | 'declined';

/** Raised with every change of the notice that has to be agreed to anew; the BFF knows the versions (consents.service). */
export const NOTICE_VERSION = '1';

const STORAGE_KEY = `yiban.privacy.${NOTICE_VERSION}`;

const listeners = new Set<() => void>();
let consent: PrivacyConsent | undefined;

export function usePrivacyConsent(): PrivacyConsent {
  return useSyncExternalStore(subscribe, privacyConsent);
}

export function answerPrivacy(answer: 'agreed' | 'declined'): void {
  consent = answer;
  Taro.setStorageSync(STORAGE_KEY, answer);
  listeners.forEach((tell) => tell());
}

function privacyConsent(): PrivacyConsent {
  if (consent === undefined) {
    const stored: unknown = Taro.getStorageSync(STORAGE_KEY);
    consent = stored === 'agreed' || stored === 'declined' ? stored : 'unasked';
  }
  return consent;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
