/** What an applicant does between submission and decision: talk, call it solved, say something to a preliminary result. */
import type { CaseView, ConversationMessage } from '@yiban/shared-types/cases';
import { asCaller } from '../session/session';

export async function messagesOf(id: string): Promise<readonly ConversationMessage[]> {
  return (await asCaller<ConversationMessage[]>({ method: 'GET', path: `/cases/${id}/messages` })).data;
}

export async function say(
  id: string,
  said: { readonly text: string; readonly uploads: readonly string[] },
  key: string,
): Promise<readonly ConversationMessage[]> {
  const headers = { 'idempotency-key': key };
  return (await asCaller<ConversationMessage[]>({ method: 'POST', path: `/cases/${id}/messages`, body: said, headers }))
    .data;
}

export async function solved(id: string, version: number, key: string): Promise<CaseView> {
  return post(`/cases/${id}/solved`, { version }, key);
}

export async function giveFeedback(
  id: string,
  feedback: { readonly version: number; readonly agrees: boolean; readonly text?: string },
  key: string,
): Promise<CaseView> {
  return post(`/cases/${id}/feedback`, feedback, key);
}

async function post(path: string, body: object, key: string): Promise<CaseView> {
  return (await asCaller<CaseView>({ method: 'POST', path, body, headers: { 'idempotency-key': key } })).data;
}
