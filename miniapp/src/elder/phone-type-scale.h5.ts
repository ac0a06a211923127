/** The browser's own default type size as a factor: 1 is the usual 16 px. */
export function phoneTypeScale(): number {
  const root = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  return Number.isFinite(root) && root > 0 ? root / 16 : 1;
}
