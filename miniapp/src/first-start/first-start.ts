/** What has to be asked before anything else, one question at a time; null when all was answered. */
import { useTypeModeChosen } from '../elder/elder-mode';
import { usePrivacyConsent } from '../privacy/consent';

export function useFirstStart(): 'privacy' | 'type-size' | null {
  const typeModeChosen = useTypeModeChosen();
  const consent = usePrivacyConsent();
  if (consent === 'unasked') return 'privacy';
  return typeModeChosen ? null : 'type-size';
}
