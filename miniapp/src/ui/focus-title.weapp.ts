/** WeChat moves the screen reader's focus to a new page by itself. */
export function focusTitle(_heading: unknown): void {}
