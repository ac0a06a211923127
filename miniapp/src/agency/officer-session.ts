/** Who works at the desk: `useOfficer()` gives the officer, or null; `asOfficer(…)` asks the BFF as them. */
import { useSyncExternalStore } from 'react';
import type { OfficerSession, OfficerView } from '@yiban/shared-types/agency';
import { exchange, type Answer, type Exchange, type Json } from '../api/exchange';
import { ApiProblem, hasCode } from '../api/problem';
import { shelvedSession, shelveSession } from './session-shelf';

const listeners = new Set<() => void>();
let session: OfficerSession | null | undefined;
/** Whose session ran out while they worked; null when they left by themselves. */
let away: OfficerView | null = null;

export function useOfficer(): OfficerView | null {
  return useSyncExternalStore(subscribe, () => current()?.officer ?? null);
}

/** The officer whose session ran out while they worked: what they have open waits for them. */
export function useOfficerAway(): OfficerView | null {
  return useSyncExternalStore(subscribe, () => away);
}

/** Throws `login-failed`, `login-locked`. */
export async function logIn(login: { username: string; password: string; code: string }): Promise<void> {
  const { data } = await exchange<OfficerSession>({ method: 'POST', path: '/agency/session', body: login });
  keep(data);
}

export async function logOut(): Promise<void> {
  const ended = current();
  keep(null);
  if (ended === null) return;
  await exchange({ method: 'DELETE', path: '/agency/session', body: {}, token: ended.accessToken }).catch(
    () => undefined,
  );
}

/** Asks as the officer; a token that ran out is renewed once. A session that ended leads back to the login. */
export async function asOfficer<T extends Json>(request: Omit<Exchange, 'token'>): Promise<Answer<T>> {
  const token = current()?.accessToken;
  try {
    return await exchange<T>({ ...request, token });
  } catch (error) {
    if (!hasCode(error, 'session-expired') && !hasCode(error, 'session-required')) throw error;
    return exchange<T>({ ...request, token: (await renewed(token)).accessToken });
  }
}

let renewing: Promise<OfficerSession> | null = null;

/** Requests that come together wait for the same renewal: a refresh token works once. */
async function renewed(staleToken: string | undefined): Promise<OfficerSession> {
  const standing = current();
  if (standing !== null && standing.accessToken !== staleToken) return standing;
  renewing ??= renew(standing).finally(() => {
    renewing = null;
  });
  return renewing;
}

async function renew(standing: OfficerSession | null): Promise<OfficerSession> {
  try {
    const { data } = await exchange<OfficerSession>({
      method: 'POST',
      path: '/agency/session/refresh',
      body: { refreshToken: standing?.refreshToken ?? 'none' },
    });
    keep(data);
    return data;
  } catch (error) {
    if (error instanceof ApiProblem) {
      away = standing?.officer ?? null;
      keep(null);
    }
    throw error;
  }
}

function current(): OfficerSession | null {
  if (session === undefined) {
    const stored = shelvedSession();
    session = isSession(stored) ? stored : null;
  }
  return session;
}

function keep(next: OfficerSession | null): void {
  session = next;
  if (next !== null) away = null;
  shelveSession(next);
  listeners.forEach((tell) => tell());
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function isSession(value: unknown): value is OfficerSession {
  return (
    typeof value === 'object' &&
    value !== null &&
    'accessToken' in value &&
    'refreshToken' in value &&
    'officer' in value
  );
}
