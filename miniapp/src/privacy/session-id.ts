import { storedSession } from '../session/stored-session';

/** Of the session of somebody known, null without one; it says nothing of whose it is. A refresh token begins with it. */
export function sessionId(): string | null {
  const session = storedSession();
  return session === null || session.person === null ? null : (session.refreshToken.split('.')[0] ?? null);
}
