/**
 * Who uses the phone. `usePerson()` gives the person whose credential was scanned, or null; `asCaller(path…)` asks the
 * BFF as them, refreshing the tokens when they have run out.
 */
import { useSyncExternalStore } from 'react';
import type { PersonView, SessionTokens } from '@yiban/shared-types/session';
import { exchange, type Answer, type Exchange, type Json } from '../api/exchange';
import { hasCode } from '../api/problem';
import { loginBody } from './login-code';
import { onSessionChange, storedPerson, storedSession, storeSession } from './stored-session';

export function usePerson(): PersonView | null {
  return useSyncExternalStore(onSessionChange, storedPerson);
}

/** Decodes a credential's QR on the server; the session is that person's afterwards. */
export async function scanCredential(qr: string): Promise<PersonView | null> {
  const { data } = await asCaller<SessionTokens>({ method: 'POST', path: '/credential/scan', body: { qr } });
  storeSession(data);
  return data.person;
}

export async function endSession(): Promise<void> {
  const session = storedSession();
  storeSession(null);
  if (session === null) return;
  await exchange({ method: 'DELETE', path: '/session', token: session.accessToken }).catch(() => undefined);
}

/** Asks the BFF as the session's person. A token that ran out is renewed once, a session that ended is begun anew. */
export async function asCaller<T extends Json>(request: Omit<Exchange, 'token'>): Promise<Answer<T>> {
  const { accessToken } = await current();
  try {
    return await exchange<T>({ ...request, token: accessToken });
  } catch (error) {
    if (!hasCode(error, 'session-expired') && !hasCode(error, 'session-required')) throw error;
    const renewed = await renew(accessToken);
    return exchange<T>({ ...request, token: renewed.accessToken });
  }
}

let opening: Promise<SessionTokens> | null = null;

/** The session at hand, or a new one; requests that come together wait for the same. */
async function current(): Promise<SessionTokens> {
  return storedSession() ?? (await alone(open));
}

async function renew(staleToken: string): Promise<SessionTokens> {
  const session = storedSession();
  if (session !== null && session.accessToken !== staleToken) return session;
  return alone(refresh);
}

async function alone(make: () => Promise<SessionTokens>): Promise<SessionTokens> {
  opening ??= make().finally(() => {
    opening = null;
  });
  return opening;
}

async function open(): Promise<SessionTokens> {
  const { data } = await exchange<SessionTokens>({ method: 'POST', path: '/session', body: await loginBody() });
  storeSession(data);
  return data;
}

async function refresh(): Promise<SessionTokens> {
  const session = storedSession();
  if (session === null) return open();
  try {
    const { data } = await exchange<SessionTokens>({
      method: 'POST',
      path: '/session/refresh',
      body: { refreshToken: session.refreshToken },
    });
    storeSession(data);
    return data;
  } catch (error) {
    if (!hasCode(error, 'session-expired') && !hasCode(error, 'session-reused')) throw error;
    return open();
  }
}
