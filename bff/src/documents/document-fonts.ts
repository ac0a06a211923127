/** The fonts of one document: Noto Sans SC in two weights, and for rare characters the file that draws them. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { create, type Font } from 'fontkit';
import { MissingGlyphsError } from './missing-glyphs.js';
import { printableText } from './printable-text.js';
import { rareGlyphFile, rareGlyphFont } from './rare-glyph-fonts.js';

export type Weight = 'regular' | 'bold';

/** A stretch of text that one font draws. */
export interface FontRun {
  readonly font: string;
  readonly text: string;
}

export interface DocumentFonts {
  /** Name to register with the PDF → TrueType bytes. */
  readonly files: ReadonlyMap<string, Buffer>;
  /** Cuts a text into runs by font. */
  readonly runs: (text: string, weight: Weight) => readonly FontRun[];
}

/** The fonts for everything that a document will say. Throws {@link MissingGlyphsError} naming every character without a glyph. */
export async function fontsFor(texts: Iterable<string>): Promise<DocumentFonts> {
  const noto = await (loaded ??= loadNoto());
  const rare = new Map<string, string>();
  const missing: string[] = [];
  for (const character of new Set([...texts].flatMap((text) => [...printableText(text)]))) {
    const codePoint = character.codePointAt(0) ?? 0;
    if (character === '\n' || noto.coverage.hasGlyphForCodePoint(codePoint)) continue;
    const file = await rareGlyphFile(codePoint);
    if (file === null) missing.push(character);
    else rare.set(character, file);
  }
  if (missing.length > 0) throw new MissingGlyphsError(missing);
  const files = new Map<string, Buffer>(noto.files);
  for (const file of [...new Set(rare.values())].toSorted()) files.set(file, await rareGlyphFont(file));
  return { files, runs: (text, weight) => cutIntoRuns(text, (character) => rare.get(character) ?? weight) };
}

function cutIntoRuns(text: string, fontOf: (character: string) => string): readonly FontRun[] {
  const runs: { font: string; text: string }[] = [];
  for (const character of text) {
    const font = fontOf(character);
    const last = runs.at(-1);
    if (last?.font === font) last.text += character;
    else runs.push({ font, text: character });
  }
  return runs;
}

interface Noto {
  readonly files: ReadonlyMap<Weight, Buffer>;
  /** Both weights draw the same characters. */
  readonly coverage: Font;
}
let loaded: Promise<Noto> | null = null;

async function loadNoto(): Promise<Noto> {
  const [regular, bold] = await Promise.all(
    ['400Regular/NotoSansSC_400Regular.ttf', '700Bold/NotoSansSC_700Bold.ttf'].map((file) =>
      readFile(fileURLToPath(import.meta.resolve(`@expo-google-fonts/noto-sans-sc/${file}`))),
    ),
  );
  if (regular === undefined || bold === undefined) throw new Error('Noto Sans SC is not installed');
  const coverage = create(regular);
  if (!('hasGlyphForCodePoint' in coverage)) throw new Error('Noto Sans SC is not a single font');
  return {
    files: new Map([
      ['regular', regular],
      ['bold', bold],
    ]),
    coverage,
  };
}
