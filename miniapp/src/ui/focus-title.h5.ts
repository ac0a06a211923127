let firstPage = true;

/** After moving to another page, puts the focus on its title, where a screen reader goes on. */
export function focusTitle(heading: unknown): void {
  if (firstPage) firstPage = false;
  else if (heading instanceof HTMLElement) heading.focus({ preventScroll: true });
}
