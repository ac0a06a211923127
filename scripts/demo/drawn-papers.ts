/** Photos of papers and a signature for the demonstration: drawn, with invented content. */
import sharp from 'sharp';

const drawn = new Map<string, Promise<Buffer>>();

/** A page with a title and lines of text, as a JPEG of a phone's size; the same page is drawn once. */
export async function drawnPaper(title: string, lines: readonly string[]): Promise<Buffer> {
  const key = JSON.stringify([title, lines]);
  const picture = drawn.get(key) ?? draw(title, lines);
  drawn.set(key, picture);
  return picture;
}

async function draw(title: string, lines: readonly string[]): Promise<Buffer> {
  const text = lines
    .map((line, i) => `<text x="140" y="${430 + i * 110}" font-size="56">${escaped(line)}</text>`)
    .join('');
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1600" height="2200" font-family="Noto Sans CJK SC, sans-serif" fill="#1a1a1a">
    <rect width="1600" height="2200" fill="#e9e4da"/><rect x="70" y="90" width="1460" height="2020" fill="#fdfcf8" stroke="#999"/>
    <text x="800" y="280" font-size="84" text-anchor="middle">${escaped(title)}</text>${text}
    <path d="M140 330H1460M140 1990H1460" stroke="#333" stroke-width="4"/></svg>`;
  return sharp(Buffer.from(svg)).jpeg({ quality: 85 }).toBuffer();
}

/** A stroke of handwriting, as the signature pad gives it. */
export async function drawnSignature(): Promise<Buffer> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="600" height="240"><rect width="600" height="240" fill="#fff"/>
    <path d="M60 150C120 40 160 210 220 120S330 60 360 150 470 190 540 90" fill="none" stroke="#111" stroke-width="9" stroke-linecap="round"/></svg>`;
  return sharp(Buffer.from(svg)).png().toBuffer();
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
