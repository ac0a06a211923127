/**
 * Keys of the workbench. `useKeys({ a: accept, 'ctrl+enter': send }, active)` binds them to the window while `active`.
 * Names are `KeyboardEvent.key` in lower case. Keys that type letters do nothing in a field, none works under a dialog,
 * and Enter and Space belong to the button that has the focus.
 */
import { useEffect, useRef } from 'react';
import { shortcutsOn } from './shortcuts';

export const hasKeyboard = true;

export function useKeys(bindings: Readonly<Record<string, () => void>>, active: boolean): void {
  const latest = useRef(bindings);
  useEffect(() => {
    latest.current = bindings;
  });

  useEffect(() => {
    if (!active) return undefined;
    function press(event: KeyboardEvent) {
      const deed = latest.current[nameOf(event)];
      if (deed === undefined || isMeantElsewhere(event)) return;
      event.preventDefault();
      deed();
    }
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [active]);
}

function nameOf({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): string {
  const name = key.toLowerCase();
  if (altKey) return '';
  return ctrlKey || metaKey ? `ctrl+${name}` : name;
}

function isMeantElsewhere(event: KeyboardEvent): boolean {
  if (event.isComposing || event.defaultPrevented || document.querySelector('dialog[open]') !== null) return true;
  const everywhere = event.key === 'Escape' || event.ctrlKey || event.metaKey;
  const { target } = event;
  if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) return !everywhere;
  if (
    event.key === 'Enter' &&
    !everywhere &&
    target instanceof HTMLElement &&
    target.tabIndex >= 0 &&
    target !== document.body
  )
    return true;
  return !everywhere && event.key.length === 1 && !shortcutsOn();
}
