/** No font at hand draws these characters: the paper is not printed, rather than printed with boxes in a name. */
export class MissingGlyphsError extends Error {
  override readonly name = 'MissingGlyphsError';
  constructor(readonly characters: readonly string[]) {
    super(
      `no glyph for ${characters.map((c) => `${c} (U+${c.codePointAt(0)?.toString(16).toUpperCase()})`).join(', ')}`,
    );
  }
}
