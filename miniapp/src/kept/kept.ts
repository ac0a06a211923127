/**
 * Something of the BFF's that the phone keeps, so that a page shows what it has at first paint and then what is new:
 *   const regionList = kept({ name: 'regions', fetch: regions, isValue: isRegions });
 *   const { value, problem, fetching } = useKept(regionList);      // also fetches anew whenever the page is shown
 * `personal` things are kept for one person, and forgotten when another one uses the phone or logs out.
 */
import { useEffect, useSyncExternalStore } from 'react';
import Taro, { useDidShow } from '@tarojs/taro';
import { NoAnswer } from '../api/problem';
import { useOnline } from '../network/online';
import { onSessionChange, storedPerson } from '../session/stored-session';

export interface KeptState<T> {
  readonly value: T | null;
  readonly fetching: boolean;
  /** Why the last fetch did not come back; null when it did. The value of before stays. */
  readonly problem: unknown;
}

export interface Kept<T> {
  readonly state: () => KeptState<T>;
  readonly subscribe: (listener: () => void) => () => void;
  readonly refresh: () => Promise<void>;
  /** Takes over what came by another way: the answer to a write. */
  readonly replace: (value: T) => void;
}

interface KeptOptions<T> {
  /** Where it lies in the phone's storage; null keeps it in memory only, for what is too personal to lie on a phone. */
  readonly name: string | null;
  readonly fetch: () => Promise<T>;
  readonly isValue: (value: unknown) => value is T;
  readonly personal?: boolean;
}

/** Raised when a kept shape changes, so that a new build never reads an old one. */
const SHAPE = 2;

export function useKept<T>(store: Kept<T>): KeptState<T> {
  // A part that comes onto a page already shown hears no `didShow`; where both come, the second joins the first.
  useEffect(() => void store.refresh(), [store]);
  useDidShow(() => void store.refresh());
  const online = useOnline();
  useEffect(() => {
    if (online) void persist(store);
  }, [online, store]);
  return useSyncExternalStore(store.subscribe, store.state);
}

/** A network that has just come back does not carry everything at once; what was under way may fail still. */
const PAUSES_MS = [0, 1_000, 4_000] as const;

async function persist<T>({ state, refresh }: Kept<T>): Promise<void> {
  if (state().value !== null && state().problem === null) return;
  for (const pause of PAUSES_MS) {
    await new Promise((resume) => setTimeout(resume, pause));
    await refresh();
    if (!(state().problem instanceof NoAnswer)) return;
  }
}

export function kept<T>({ name, fetch, isValue, personal = false }: KeptOptions<T>): Kept<T> {
  const listeners = new Set<() => void>();
  const key = name === null ? null : `yiban.kept${SHAPE}.${name}`;
  let owner = ownerNow(personal);
  let state: KeptState<T> = { value: key === null ? null : read(key, owner, isValue), fetching: false, problem: null };
  let running: Promise<void> | null = null;

  function tell(next: Partial<KeptState<T>>): void {
    state = { ...state, ...next };
    listeners.forEach((listener) => listener());
  }

  function replace(value: T): void {
    if (key !== null) Taro.setStorageSync(key, { owner, value });
    tell({ value, problem: null });
  }

  async function fetchAnew(): Promise<void> {
    const asked = owner;
    tell({ fetching: true });
    try {
      const value = await fetch();
      if (asked === owner) replace(value);
    } catch (problem) {
      if (asked === owner) tell({ problem });
    } finally {
      running = null;
      tell({ fetching: false });
    }
  }

  if (personal) {
    onSessionChange(() => {
      if (ownerNow(true) === owner) return;
      owner = ownerNow(true);
      if (key !== null) Taro.removeStorageSync(key);
      running = null;
      tell({ value: null, problem: null });
    });
  }

  return {
    state: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    refresh: () => (running ??= fetchAnew()),
    replace,
  };
}

/** Stores by key, each made when first asked for: the pages of items, the cases. */
export function keptByKey<T>(make: (key: string) => Kept<T>): (key: string) => Kept<T> {
  const stores = new Map<string, Kept<T>>();
  return (key) => {
    const store = stores.get(key) ?? make(key);
    stores.set(key, store);
    return store;
  };
}

function ownerNow(personal: boolean): string {
  return personal ? (storedPerson()?.idNo ?? '') : '';
}

function read<T>(key: string, owner: string, isValue: (value: unknown) => value is T): T | null {
  const stored: unknown = Taro.getStorageSync(key);
  if (typeof stored !== 'object' || stored === null || !('owner' in stored) || !('value' in stored)) return null;
  return stored.owner === owner && isValue(stored.value) ? stored.value : null;
}
