/** What has to be asked before anything else, one question at a time; null when all was answered. */
import { hasChosenTypeMode, useElderMode } from '../elder/elder-mode';
import { usePrivacyConsent } from '../privacy/consent';

export function useFirstStart(): 'privacy' | 'type-size' | null {
  useElderMode();
  const consent = usePrivacyConsent();
  if (consent === 'unasked') return 'privacy';
  return hasChosenTypeMode() ? null : 'type-size';
}
