/** Whether the phone has a network: `useOnline()`. */
import { useSyncExternalStore } from 'react';
import Taro from '@tarojs/taro';

const listeners = new Set<() => void>();
let online = true;
let watching = false;

export function useOnline(): boolean {
  return useSyncExternalStore(subscribe, () => online);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  watch();
  return () => listeners.delete(listener);
}

function watch() {
  if (watching) return;
  watching = true;
  Taro.onNetworkStatusChange(({ isConnected }) => tell(isConnected));
  void Taro.getNetworkType().then(({ networkType }) => tell(networkType !== 'none'));
}

function tell(next: boolean) {
  if (next === online) return;
  online = next;
  listeners.forEach((listener) => listener());
}
