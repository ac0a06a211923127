/** Calls once: after the wait, or as soon as the network comes back. Interface shared with once-online.h5.ts. */
import Taro from '@tarojs/taro';

export function onceOnline(waitMs: number, call: () => void): void {
  const timer = setTimeout(end, waitMs);
  const hear = ({ isConnected }: { isConnected: boolean }) => {
    if (isConnected) end();
  };
  Taro.onNetworkStatusChange(hear);
  function end() {
    clearTimeout(timer);
    Taro.offNetworkStatusChange(hear);
    call();
  }
}
