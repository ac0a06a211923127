import type { ConsentKind, ConsentsView } from '@yiban/shared-types/consents';
import { asCaller } from '../session/session';

/** Has the agency write down that the person agreed to a text, or withdrew. */
export async function answerConsent(answer: { kind: ConsentKind; version: string; given: boolean }): Promise<void> {
  await asCaller<ConsentsView>({ method: 'POST', path: '/me/consents', body: answer });
}
