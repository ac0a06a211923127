/**
 * Separate consents for what is sensitive (个人信息保护法 art. 29–31), each asked once a person and kind: remembered by the
 * agency, and on this phone for the session. Without a network the answer counts at once and is sent later.
 *   const missing = useMissingConsent(['medical-data']);   null: go on; else ask, or wait while it is looked up
 */
import { useEffect, useSyncExternalStore } from 'react';
import Taro from '@tarojs/taro';
import type { SensitiveKind } from '@yiban/shared-types/consents';
import { answerConsent, consentsOnRecord } from '../api/consents';
import { sessionId } from './session-id';

/** Of the words in `sensitive-words`; raised with every change that has to be agreed to anew. The BFF knows the versions. */
const VERSION = '1';
const STORAGE_KEY = `yiban.sensitive.${VERSION}`;

const sensitiveKinds: readonly SensitiveKind[] = [
  'medical-data',
  'bank-data',
  'identity-papers',
  'others-data',
  'minor-data',
];

interface Remembered {
  /** The session that it was said in. */
  readonly who: string | null;
  readonly given: readonly SensitiveKind[];
  /** Not on the agency's record yet. */
  readonly unsent: readonly SensitiveKind[];
}

export interface MissingConsent {
  readonly kind: SensitiveKind;
  /** It is not known yet whether the person agreed on another phone. */
  readonly looking: boolean;
}

const listeners = new Set<() => void>();
let remembered: Remembered | undefined;
/** The session whose record was read, or could not be. */
let lookedUp: string | null | undefined;
let lookingUp: Promise<void> | null = null;

export function useMissingConsent(kinds: readonly SensitiveKind[]): MissingConsent | null {
  const { given } = useSyncExternalStore(subscribe, current);
  const kind = kinds.find((one) => !given.includes(one));
  const looking = useSyncExternalStore(subscribe, () => lookedUp !== sessionId());
  useEffect(() => {
    if (kind !== undefined && looking) void lookUp();
  }, [kind, looking]);
  return kind === undefined ? null : { kind, looking };
}

/** Kinds that the person agreed to, as far as is known; looked up when first asked. */
export function useGivenConsents(): readonly SensitiveKind[] {
  useEffect(() => void lookUp(), []);
  return useSyncExternalStore(subscribe, current).given;
}

export function agree(kind: SensitiveKind): void {
  const { who, given, unsent } = current();
  keep({ who, given: [...given.filter((one) => one !== kind), kind], unsent: [...unsent, kind] });
  void sendUnsent();
}

/** Throws, and changes nothing, where the agency was not reached. */
export async function withdraw(kind: SensitiveKind): Promise<void> {
  await answerConsent({ kind, version: VERSION, given: false });
  const { who, given, unsent } = current();
  keep({ who, given: given.filter((one) => one !== kind), unsent: unsent.filter((one) => one !== kind) });
}

/** What could not be sent stays for the next time. */
export async function sendUnsent(): Promise<void> {
  const { who } = current();
  for (const kind of current().unsent) {
    try {
      await answerConsent({ kind, version: VERSION, given: true });
    } catch {
      return;
    }
    const now = current();
    // Somebody else may have scanned meanwhile.
    if (now.who === who) keep({ ...now, unsent: now.unsent.filter((one) => one !== kind) });
  }
}

async function lookUp(): Promise<void> {
  const who = sessionId();
  if (lookedUp === who) return;
  lookingUp ??= read(who).finally(() => {
    lookingUp = null;
  });
  await lookingUp;
}

async function read(who: string | null): Promise<void> {
  let found: readonly SensitiveKind[] = [];
  try {
    const standing = (await consentsOnRecord()).filter(
      ({ version, withdrawnAt }) => version === VERSION && withdrawnAt === null,
    );
    found = sensitiveKinds.filter((kind) => standing.some((one) => one.kind === kind));
  } catch {
    // Without a network the person is asked once more; saying it twice is written once.
  }
  lookedUp = who;
  const now = current();
  keep({ ...now, given: [...new Set([...now.given, ...found])] });
}

/** Of another session nothing counts. */
function current(): Remembered {
  remembered ??= stored();
  const who = sessionId();
  if (remembered.who !== who) remembered = { who, given: [], unsent: [] };
  return remembered;
}

function keep(next: Remembered): void {
  remembered = next;
  Taro.setStorageSync(STORAGE_KEY, next);
  listeners.forEach((tell) => tell());
}

function stored(): Remembered {
  const value: unknown = Taro.getStorageSync(STORAGE_KEY);
  if (typeof value !== 'object' || value === null || !('who' in value) || !('given' in value) || !('unsent' in value))
    return { who: null, given: [], unsent: [] };
  const { who, given, unsent } = value;
  return { who: typeof who === 'string' ? who : null, given: kindsIn(given), unsent: kindsIn(unsent) };
}

function kindsIn(list: unknown): readonly SensitiveKind[] {
  return Array.isArray(list) ? sensitiveKinds.filter((kind) => list.includes(kind)) : [];
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
