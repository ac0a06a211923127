/** A phone in WeChat has no keys to press. */
export const hasKeyboard = false;

export function useKeys(_bindings: Readonly<Record<string, () => void>>, _active: boolean): void {
  return undefined;
}
