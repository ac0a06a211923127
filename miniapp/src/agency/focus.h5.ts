/** Puts the focus on the first button in an element, on the next turn: a dialog takes it for itself while it opens. */
export function focusFirstButton(container: unknown): void {
  setTimeout(() => {
    if (container instanceof HTMLElement) container.querySelector<HTMLElement>('[role="button"]')?.focus();
  });
}

export function focusElement(element: unknown): void {
  if (element instanceof HTMLElement) element.focus();
}

/** The first field of a form that just opened. */
export function focusFirstField(container: unknown): void {
  if (!(container instanceof HTMLElement)) return;
  container.scrollIntoView({ block: 'nearest' });
  container.querySelector<HTMLElement>('input, textarea, [role="checkbox"]')?.focus({ preventScroll: true });
}
