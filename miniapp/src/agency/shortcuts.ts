/** Whether single letters act on the workbench: who types by voice must be able to turn them off (WCAG 2.1.4). */
import { useSyncExternalStore } from 'react';
import Taro from '@tarojs/taro';

const STORAGE_KEY = 'yiban.agency-shortcuts';
const listeners = new Set<() => void>();

export function shortcutsOn(): boolean {
  return Taro.getStorageSync(STORAGE_KEY) !== 'off';
}

export function useShortcutsOn(): boolean {
  return useSyncExternalStore(subscribe, shortcutsOn);
}

export function switchShortcuts(): void {
  Taro.setStorageSync(STORAGE_KEY, shortcutsOn() ? 'off' : 'on');
  listeners.forEach((tell) => tell());
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
