/**
 * The browser's own way back (the key of an Android phone, the gesture of an iPhone) goes one screen back where a page has
 * several. An entry of the history stands before the page's own while there is a screen to go back to: going back takes
 * that one alone, before the router hears of it. Interface shared with native-back.weapp.ts.
 */
import { useEffect, useRef } from 'react';
import Taro from '@tarojs/taro';
import { leavePage } from '../ui/leave-page';

/** Marks in the history's state: of the page's own entry, and of the one that stands before it. */
const PAGE = 'yibanPage';
const SCREEN = 'yibanScreen';

interface Screen {
  back: () => void;
  /** How many pages there were when it came: with more, another page is above it. */
  depth: number;
}

/** Those that can be gone back from, the innermost last. */
const screens: Screen[] = [];
/** The next step back is our own: it takes away an entry that is needed no longer. */
let tidying = false;

/** @param within whether `onBack` stays inside of the page */
export function useNativeBack(onBack: () => void, within: boolean): { readonly leave: () => void } {
  const screen = useRef<Screen>({ back: onBack, depth: 0 });
  useEffect(() => {
    screen.current.back = onBack;
  });
  useEffect(() => {
    if (!within) return undefined;
    const { current } = screen;
    current.depth = depth();
    screens.push(current);
    stand();
    return () => {
      screens.splice(screens.indexOf(current), 1);
      // Another screen of the page may come in its place at once.
      setTimeout(tidy, 0);
    };
  }, [within]);
  return { leave: leavePage };
}

function stand(): void {
  const state: unknown = window.history.state;
  if (isMarked(state, SCREEN)) return;
  const own = typeof state === 'object' ? state : {};
  window.history.replaceState({ ...own, [PAGE]: true }, '');
  window.history.pushState({ ...own, [SCREEN]: true }, '');
}

function tidy(): void {
  if (screens.length > 0 || !isMarked(window.history.state, SCREEN)) return;
  tidying = true;
  window.history.back();
}

// `app.tsx` imports this file first: listeners of the window are called in the order in which they came.
window.addEventListener('popstate', (event) => {
  // Back from a page that was opened above, or led here by an address: not a step from the screen to its page.
  if (!isMarked(event.state, PAGE)) return;
  const innermost = [...screens].reverse().find((screen) => screen.depth === depth());
  if (!tidying && innermost === undefined) return;
  // The router would take it for leaving the page.
  event.stopImmediatePropagation();
  if (tidying) {
    tidying = false;
    if (innermost !== undefined) stand();
    return;
  }
  stand();
  innermost?.back();
});

const depth = (): number => Taro.getCurrentPages().length;

function isMarked(state: unknown, mark: string): boolean {
  return typeof state === 'object' && state !== null && mark in state;
}
