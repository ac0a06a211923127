import type { ConsentKind, ConsentsView, ConsentView } from '@yiban/shared-types/consents';
import { asCaller } from '../session/session';

/** All that the person ever agreed to. */
export async function consentsOnRecord(): Promise<readonly ConsentView[]> {
  return (await asCaller<ConsentsView>({ method: 'GET', path: '/me/consents' })).data.consents;
}

/** Has the agency write down that the person agreed to a text, or withdrew. */
export async function answerConsent(answer: { kind: ConsentKind; version: string; given: boolean }): Promise<void> {
  await asCaller<ConsentsView>({ method: 'POST', path: '/me/consents', body: answer });
}
