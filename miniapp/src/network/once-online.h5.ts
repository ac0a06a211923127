/** Calls once: after the wait, or as soon as the network comes back. Interface shared with once-online.weapp.ts. */
export function onceOnline(waitMs: number, call: () => void): void {
  const timer = setTimeout(end, waitMs);
  window.addEventListener('online', end, { once: true });
  function end() {
    clearTimeout(timer);
    window.removeEventListener('online', end);
    call();
  }
}
