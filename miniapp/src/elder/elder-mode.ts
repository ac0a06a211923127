/**
 * Elder mode: one switch for the whole app, remembered on the phone, or taken from the phone's own type size until the
 * person chooses. `useElderMode()` gives the mode and the type scale that `Page` writes to `--fs`.
 */
import { useSyncExternalStore } from 'react';
import Taro from '@tarojs/taro';
import { phoneTypeScale } from './phone-type-scale';

export type TypeMode = 'normal' | 'elder';

const STORAGE_KEY = 'yiban.type-mode';

/** Main text is 17 px at scale 1; elder mode makes it 24 px = 18 pt (《移动互联网应用适老化通用设计规范》). */
const ELDER_SCALE = 24 / 17;
const LARGEST_SCALE = 2 * ELDER_SCALE;
/** A phone set to letters this large belongs to someone who wants elder mode. */
const PHONE_SCALE_OF_ELDERS = 1.3;

const listeners = new Set<() => void>();
let mode: TypeMode | undefined;

export function useElderMode(): { mode: TypeMode; elder: boolean; scale: number } {
  const current = useSyncExternalStore(subscribe, typeMode);
  return { mode: current, elder: current === 'elder', scale: typeScale(current) };
}

export function setTypeMode(next: TypeMode): void {
  mode = next;
  Taro.setStorageSync(STORAGE_KEY, next);
  listeners.forEach((tell) => tell());
}

/** False on first start, when the app should ask once. */
export function useTypeModeChosen(): boolean {
  return useSyncExternalStore(subscribe, () => chosenMode() !== undefined);
}

function typeMode(): TypeMode {
  mode ??= chosenMode() ?? (phoneTypeScale() >= PHONE_SCALE_OF_ELDERS ? 'elder' : 'normal');
  return mode;
}

function typeScale(current: TypeMode): number {
  const phone = Math.max(1, phoneTypeScale());
  return Math.min(LARGEST_SCALE, current === 'elder' ? phone * ELDER_SCALE : phone);
}

function chosenMode(): TypeMode | undefined {
  const stored: unknown = Taro.getStorageSync(STORAGE_KEY);
  return stored === 'normal' || stored === 'elder' ? stored : undefined;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
