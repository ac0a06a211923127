/** WeChat moves the focus of its screen reader by itself. */
export function focusFirstButton(_container: unknown): void {
  return undefined;
}

export function focusElement(_element: unknown): void {
  return undefined;
}

export function focusFirstField(_container: unknown): void {
  return undefined;
}
