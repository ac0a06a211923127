/**
 * The region whose rules the person goes by: their own by the credential, else the one they chose to look around in.
 * `useRegionCode()` is null until one is known; `useRegion()` adds its agency, telephone and hours.
 */
import { useEffect, useSyncExternalStore } from 'react';
import Taro from '@tarojs/taro';
import type { Region } from '@yiban/shared-types/catalogue';
import { setAgencyPhone } from '../agency-phone/agency-phone';
import { regions } from '../api/catalogue';
import { kept } from '../kept/kept';
import { hasText, isListOf } from '../kept/shapes';
import { usePerson } from '../session/session';

const STORAGE_KEY = 'yiban.region';
const listeners = new Set<() => void>();
let chosen: string | null | undefined;

export const regionList = kept<readonly Region[]>({
  name: 'regions',
  fetch: regions,
  isValue: isListOf(isRegion),
});

export function chooseRegion(code: string): void {
  chosen = code;
  Taro.setStorageSync(STORAGE_KEY, code);
  listeners.forEach((tell) => tell());
}

export function useRegionCode(): string | null {
  const own = usePerson()?.region ?? null;
  const looking = useSyncExternalStore(subscribe, chosenRegion);
  return own ?? looking;
}

export function useRegion(): Region | null {
  const code = useRegionCode();
  const { value } = useSyncExternalStore(regionList.subscribe, regionList.state);
  return value?.find((region) => region.code === code) ?? null;
}

/** For the root of the app: the telephone on every page becomes the one of the region's agency. */
export function useRegionPhone(): void {
  const region = useRegion();
  useEffect(() => void regionList.refresh(), []);
  useEffect(() => {
    if (region !== null) setAgencyPhone({ name: region.agency, number: region.phone });
  }, [region]);
}

function chosenRegion(): string | null {
  if (chosen === undefined) {
    const stored: unknown = Taro.getStorageSync(STORAGE_KEY);
    chosen = typeof stored === 'string' && stored !== '' ? stored : null;
  }
  return chosen;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** With its windows: what an older version of the app kept has none. */
function isRegion(value: unknown): value is Region {
  return hasText(value, 'code', 'name', 'phone', 'agency', 'address', 'hours') && 'offices' in value;
}
