/**
 * Text as it can be set on paper: what has no shape of its own (controls, zero-width marks, direction marks, variation
 * selectors) goes, every kind of blank becomes a plain one; line breaks stay.
 */
export function printableText(text: string): string {
  return text
    .replaceAll(/\r\n?|[\u2028\u2029]/g, '\n')
    .replaceAll(/[\t\u00a0\u2000-\u200a\u202f\u205f]/g, ' ')
    .replaceAll(/(?!\n)[\p{Cc}\p{Cf}\ufe00-\ufe0f\u{e0100}-\u{e01ef}]/gu, '');
}
