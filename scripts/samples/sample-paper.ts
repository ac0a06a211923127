/** The sample picture of a kind of paper: not a real one, but where on it what must be seen stands. */
import { box, line, sans, seal, sheet, text } from '../papers/drawn-paper.ts';

export interface SamplePaper {
  readonly title: string;
  readonly shape: 'card' | 'page' | 'booklet' | 'slip' | 'screen';
  /** What must be seen on a photo, from the top down. */
  readonly marks: readonly string[];
  /** Words on the seal; none where the paper bears none. */
  readonly seal: string;
}

const sizes: Readonly<Record<SamplePaper['shape'], readonly [width: number, height: number]>> = {
  card: [960, 606],
  page: [900, 1200],
  booklet: [1080, 760],
  slip: [1080, 760],
  screen: [640, 1200],
};

/** Photos lie on a table: its edge around the paper says that all four corners belong on the photo. */
const margin = 70;
const [ink, faint, accent] = ['#22303f', '#d5dbe2', '#0b4a8f'];

/** As SVG. */
export function drawSample(paper: SamplePaper): string {
  const [width, height] = sizes[paper.shape];
  const parts = [
    box(margin, margin, width, height, '#fffefb'),
    text(margin + width / 2, margin + 110, paper.title, {
      size: 58,
      anchor: 'middle',
      font: sans,
      weight: 600,
      fill: ink,
    }),
    line(margin + 60, margin + 145, margin + width - 60, margin + 145, faint, 3),
    ...(paper.shape === 'booklet'
      ? [line(margin + width / 2, margin, margin + width / 2, margin + height, faint, 3)]
      : []),
    ...marked(paper, width, height),
    ...(paper.seal === '' ? [] : [seal(margin + width - 170, margin + height - 150, 105, paper.seal)]),
    watermark(width, height),
    ...corners(width, height),
  ];
  return sheet(width + 2 * margin, height + 2 * margin, '#7a6a5c', parts);
}

/** Each mark in a frame, with lines of what nobody need read between them. */
function marked({ marks }: SamplePaper, width: number, height: number): readonly string[] {
  const [top, left] = [margin + 190, margin + 70];
  const step = (height - 240) / marks.length;
  return marks.flatMap((mark, at) => {
    const y = top + at * step;
    const frame = 62 + mark.length * 46;
    const rest = Array.from({ length: Math.max(0, Math.floor((step - 130) / 44)) }, (_, row) =>
      box(left, y + 112 + row * 44, width - 140 - (row % 3) * 90, 16, faint),
    );
    return [
      box(left + frame + 10, y + 34, Math.max(0, width - frame - 170 - (at % 2) * 80), 16, faint),
      `<rect x="${left - 16}" y="${y}" width="${frame}" height="82" rx="12" fill="#e9f0f8" stroke="${accent}" stroke-width="4"/>`,
      text(left + 14, y + 56, mark, { size: 44, font: sans, weight: 600, fill: accent }),
      ...rest,
    ];
  });
}

function watermark(width: number, height: number): string {
  const [x, y] = [margin + width * 0.7, margin + height * 0.45];
  return `<g transform="rotate(-24 ${x} ${y})" opacity="0.16">${text(x, y, '样张', { size: 150, anchor: 'middle', font: sans, weight: 700, fill: '#8f1219' })}</g>`;
}

/** 「四个角都拍进去」, without words. */
function corners(width: number, height: number): readonly string[] {
  const [right, bottom, arm] = [margin + width, margin + height, 54];
  const paths = [
    `M${margin - 26} ${margin + arm}V${margin - 26}H${margin + arm}`,
    `M${right - arm} ${margin - 26}H${right + 26}V${margin + arm}`,
    `M${right + 26} ${bottom - arm}V${bottom + 26}H${right - arm}`,
    `M${margin + arm} ${bottom + 26}H${margin - 26}V${bottom - arm}`,
  ];
  return paths.map((d) => `<path d="${d}" fill="none" stroke="#ffffff" stroke-width="10" stroke-linecap="round"/>`);
}
