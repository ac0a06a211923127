/**
 * Where an officer's session lies in the browser: in this tab alone, so that it ends with the tab on a shared computer and
 * two officers can sit side by side in two tabs.
 */
const KEY = 'yiban.officer-session';

export function shelvedSession(): unknown {
  const stored = sessionStorage.getItem(KEY);
  if (stored === null) return null;
  try {
    return JSON.parse(stored);
  } catch {
    return null;
  }
}

export function shelveSession(session: object | null): void {
  if (session === null) sessionStorage.removeItem(KEY);
  else sessionStorage.setItem(KEY, JSON.stringify(session));
}
