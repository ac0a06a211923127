/** For tests: papers drawn by the test itself, so that no photo of anyone's need be kept. */
import sharp, { type Sharp } from 'sharp';

export interface PaperLook {
  readonly width?: number;
  readonly height?: number;
  /** Brightness of the paper, 0 to 255. */
  readonly paper?: number;
  readonly ink?: string;
  /** A red field in the upper right corner, by which a test sees what is up. */
  readonly mark?: boolean;
}

/** A printed page of small text on a table, as a camera sees it from above. */
export function drawnPaper({
  width = 1800,
  height = 2400,
  paper = 200,
  ink = '#222',
  mark = false,
}: PaperLook = {}): Sharp {
  const line = '门诊住院费用清单 No.2026112500317 金额 1234.56 Total amount paid 9876.54 ';
  const size = Math.round(height / 110);
  const lines = Array.from(
    { length: 60 },
    (_, i) =>
      `<text x="${width * 0.08}" y="${height * 0.1 + i * size * 1.5}" font-size="${size}" fill="${ink}">${line.repeat(3).slice(i % 7, 70 + (i % 5))}</text>`,
  ).join('');
  const shade = `rgb(${paper},${paper},${Math.round(paper * 0.97)})`;
  const table = `rgb(${Math.round(paper * 0.4)},${Math.round(paper * 0.35)},${Math.round(paper * 0.3)})`;
  const corner = mark
    ? `<rect x="${width * 0.7}" y="0" width="${width * 0.3}" height="${height * 0.1}" fill="#d00000"/>`
    : '';
  return sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" font-family="sans-serif">
        <rect width="100%" height="100%" fill="${table}"/>
        <rect x="${width * 0.04}" y="${height * 0.03}" width="${width * 0.92}" height="${height * 0.94}" fill="${shade}"/>
        ${lines}${corner}</svg>`,
    ),
  ).flatten();
}
