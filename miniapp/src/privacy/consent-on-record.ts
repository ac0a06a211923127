/**
 * The agency's record of the consent. On first start nobody knows yet whose phone it is: what was answered is sent as
 * soon as a credential was scanned, and again after the next log-in.
 */
import { useEffect } from 'react';
import Taro from '@tarojs/taro';
import { answerConsent } from '../api/consents';
import { endSession, usePerson } from '../session/session';
import { answerPrivacy, NOTICE_VERSION, usePrivacyConsent } from './consent';
import { sendUnsent } from './sensitive-consents';
import { sessionId } from './session-id';

/** The session that was told of; it says nothing of whose it is. */
const STORAGE_KEY = `yiban.privacy.${NOTICE_VERSION}.recorded`;

/** For the root of the app. */
export function useConsentOnRecord(): void {
  const consent = usePrivacyConsent();
  const known = usePerson() !== null;
  useEffect(() => {
    // Without a network it is sent at the next start.
    if (known && consent === 'agreed') void record().then(sendUnsent, () => undefined);
  }, [known, consent]);
}

/** Takes the consent back and leaves the session; throws, and changes nothing, where the agency was not reached. */
export async function withdrawConsent(): Promise<void> {
  if (sessionId() !== null) await answerConsent({ kind: 'privacy-notice', version: NOTICE_VERSION, given: false });
  answerPrivacy('declined');
  await endSession();
}

async function record(): Promise<void> {
  const id = sessionId();
  if (id === null || Taro.getStorageSync<unknown>(STORAGE_KEY) === id) return;
  await answerConsent({ kind: 'privacy-notice', version: NOTICE_VERSION, given: true });
  Taro.setStorageSync(STORAGE_KEY, id);
}
