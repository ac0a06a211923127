/**
 * The browser's own way back, within a page that has several screens: goes one screen back, as the button on the page
 * does. An entry of the same address is put on the history, which the browser takes away instead of the page; Taro's
 * router sees the page that it has already and does nothing. Interface shared with native-back.weapp.ts.
 */
import { useEffect, useRef, useState } from 'react';
import { leavePage } from '../ui/leave-page';

interface Screen {
  readonly onBack: () => void;
  readonly within: boolean;
}

const MARK = 'yiban.within';
/** Those that are shown, the innermost last. */
const screens: { readonly now: Screen }[] = [];
let leaving = false;

/** `within`: there is a screen to go back to; else the page is left. `leave` leaves it from any screen. */
export function useNativeBack(onBack: () => void, within: boolean): { readonly leave: () => void } {
  const [address] = useState(() => window.location.hash);
  const screen = useRef<Screen>({ onBack, within });

  useEffect(() => {
    screen.current = { onBack, within };
    const isOnTop = window.location.hash === address;
    if (within && isOnTop && !isMarked()) window.history.pushState({ ...window.history.state, [MARK]: true }, '');
  });

  useEffect(() => {
    const own = {
      get now() {
        return screen.current;
      },
    };
    const hear = () => {
      // The outermost hears for all. A mark: forward again, or back from a page that lay on top.
      if (screens[0] === own && !isMarked() && window.location.hash === address) goBack();
    };
    screens.push(own);
    window.addEventListener('popstate', hear);
    return () => {
      screens.splice(screens.indexOf(own), 1);
      window.removeEventListener('popstate', hear);
    };
  }, [address]);

  return { leave };
}

function goBack(): void {
  const inner = leaving ? undefined : [...screens].reverse().find(({ now }) => now.within);
  leaving = false;
  if (inner === undefined) leavePage();
  else inner.now.onBack();
}

function leave(): void {
  if (!isMarked()) return leavePage();
  leaving = true;
  window.history.back();
}

function isMarked(): boolean {
  const state: unknown = window.history.state;
  return typeof state === 'object' && state !== null && MARK in state;
}
