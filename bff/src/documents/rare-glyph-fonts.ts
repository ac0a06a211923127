/**
 * Glyphs for names that Noto Sans SC lacks. It has 215 ideographs of Extensions B–F, nearly all that
 * 《通用规范汉字表》 needs; names use others too. The npm package `hanamin` (花園明朝) draws 60,317 of the 60,331 in 23 MB, cut
 * into 200 small WOFF2 files by block; node-source-han-sans-sc would draw 2,306 of them in 184 MB.
 * PDF embeds no WOFF2, so the one file needed is unpacked first (10 ms).
 */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import path from 'node:path';
import { decompress } from 'wawoff2';

/** The file of the package that draws a character, or null where none does. */
export async function rareGlyphFile(codePoint: number): Promise<string | null> {
  if (isPrivateUse(codePoint)) return null;
  const ranges = await (index ??= readIndex());
  return ranges.find(({ from, to }) => from <= codePoint && codePoint <= to)?.file ?? null;
}

/** TrueType bytes of one file named by {@link rareGlyphFile}. */
export async function rareGlyphFont(file: string): Promise<Buffer> {
  return Buffer.from(await decompress(await readFile(path.join(folder, file))));
}

interface GlyphRange {
  readonly from: number;
  readonly to: number;
  readonly file: string;
}

const folder = path.dirname(fileURLToPath(import.meta.resolve('hanamin/package.json')));
let index: Promise<readonly GlyphRange[]> | null = null;

/** The package's style sheet says which file draws which characters. */
async function readIndex(): Promise<readonly GlyphRange[]> {
  const css = await readFile(path.join(folder, 'HanaMin.css'), 'utf8');
  return [...css.matchAll(/url\((HanaMin[\w-]*\.[\w-]+\.woff2)\)[^}]*?unicode-range:([^;}]+)/g)].flatMap(
    ([, file = '', ranges = '']) =>
      [...ranges.matchAll(/U\+([0-9a-f]+)(?:-([0-9a-f]+))?/gi)].map(([, from = '', to]) => ({
        from: Number.parseInt(from, 16),
        to: Number.parseInt(to ?? from, 16),
        file,
      })),
  );
}

/** Private-use characters mean something else in every font: printing them would print a wrong name. */
function isPrivateUse(codePoint: number): boolean {
  return (codePoint >= 0xe000 && codePoint <= 0xf8ff) || codePoint >= 0xf0000;
}
