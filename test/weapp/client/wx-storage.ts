/** wx storage: values are kept as JSON, so that what comes back is never the object that was put in. */
import { WxFailure, wxCall } from './wx-call.ts';

export function storageApi(store: Map<string, string>) {
  const read = (key: string): unknown => {
    const json = store.get(key);
    return json === undefined ? '' : JSON.parse(json);
  };
  return {
    setStorageSync: (key: string, value: unknown) => {
      store.set(key, JSON.stringify(value ?? ''));
    },
    getStorageSync: read,
    removeStorageSync: (key: string) => {
      store.delete(key);
    },
    clearStorageSync: () => store.clear(),
    getStorageInfoSync: () => ({ keys: [...store.keys()], currentSize: sizeInKb(store), limitSize: 10_240 }),
    getStorageInfo: wxCall('getStorageInfo', () => ({ keys: [...store.keys()], currentSize: sizeInKb(store) })),
    setStorage: wxCall('setStorage', ({ key, data }: { key: string; data: unknown }) => {
      store.set(key, JSON.stringify(data ?? ''));
      return {};
    }),
    getStorage: wxCall('getStorage', ({ key }: { key: string }) => {
      if (!store.has(key)) throw new WxFailure('fail data not found');
      return { data: read(key) };
    }),
    removeStorage: wxCall('removeStorage', ({ key }: { key: string }) => {
      store.delete(key);
      return {};
    }),
    clearStorage: wxCall('clearStorage', () => {
      store.clear();
      return {};
    }),
  };
}

function sizeInKb(store: Map<string, string>): number {
  return Math.ceil([...store.values()].reduce((sum, json) => sum + json.length, 0) / 1024);
}
