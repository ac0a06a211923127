/** What `wx` tells about the phone. */
import type { Person } from './wx-person.ts';

export function deviceApi(person: Person) {
  const windowInfo = () => ({
    pixelRatio: 2,
    screenWidth: 390,
    screenHeight: 844,
    windowWidth: 390,
    windowHeight: 756,
    statusBarHeight: 44,
    safeArea: { left: 0, right: 390, top: 44, bottom: 810, width: 390, height: 766 },
  });
  const appInfo = () => ({
    SDKVersion: '3.5.0',
    version: '8.0.50',
    language: 'zh_CN',
    theme: 'light',
    enableDebug: false,
    fontSizeScaleFactor: person.fontSizeScaleFactor,
    fontSizeSetting: 16 * person.fontSizeScaleFactor,
  });
  const deviceInfo = () => ({ brand: 'harness', model: 'glass-easel', system: 'Android 14', platform: 'android' });
  const systemInfo = () => ({ ...windowInfo(), ...appInfo(), ...deviceInfo() });
  return {
    env: { USER_DATA_PATH: 'wxfile://usr' },
    canIUse: () => true,
    getWindowInfo: windowInfo,
    getAppBaseInfo: appInfo,
    getDeviceInfo: deviceInfo,
    getSystemInfoSync: systemInfo,
    getSystemInfo: (options?: { success?: (info: object) => void }) => options?.success?.(systemInfo()),
    getAccountInfoSync: () => ({ miniProgram: { appId: 'touristappid', envVersion: 'develop', version: '' } }),
    getMenuButtonBoundingClientRect: () => ({ width: 87, height: 32, top: 48, right: 383, bottom: 80, left: 296 }),
    getUpdateManager: () => ({ onCheckForUpdate: () => {}, onUpdateReady: () => {}, onUpdateFailed: () => {} }),
    getLaunchOptionsSync: () => ({ path: '', query: {}, scene: 1001, referrerInfo: {} }),
    getEnterOptionsSync: () => ({ path: '', query: {}, scene: 1001, referrerInfo: {} }),
    nextTick: (run: () => void) => {
      setTimeout(run, 0);
    },
    setNavigationBarTitle: () => {},
    setNavigationBarColor: () => {},
    hideTabBar: () => {},
    pageScrollTo: () => {},
    base64ToArrayBuffer: (text: string) => Uint8Array.from(atob(text), (char) => char.charCodeAt(0)).buffer,
    arrayBufferToBase64: (bytes: ArrayBuffer) => btoa(String.fromCharCode(...new Uint8Array(bytes))),
    onError: () => {},
    onUnhandledRejection: () => {},
    onAppShow: () => {},
    onAppHide: () => {},
    onMemoryWarning: () => {},
    onThemeChange: () => {},
    onWindowResize: () => {},
  };
}
