/**
 * From the map that PP-OCR's detection model gives (for each pixel, how likely it is the inside of a text) to boxes.
 * The method is that of the model: "Real-time Scene Text Detection with Differentiable Binarization" (AAAI 2020), 3.5.
 */
import { smallestBox, type TextBox } from './text-box.js';

export interface TextMap {
  readonly likelihood: Float32Array;
  readonly width: number;
  readonly height: number;
}

/** A pixel is text from here on, and a region when its pixels are text with this mean likelihood: PaddleOCR's own values. */
const textFrom = 0.3;
const regionFrom = 0.55;
/** The model draws the core of a text; this is how far a box is grown around it (PaddleOCR's `unclip_ratio`). */
const growth = 1.6;
/** Shorter side of a core, in pixels of the map: what is thinner is a line of a table. */
const thinnest = 3;

export function textRegions(map: TextMap): readonly TextBox[] {
  const { likelihood, width, height } = map;
  const seen = new Uint8Array(likelihood.length);
  const boxes: TextBox[] = [];
  for (let start = 0; start < likelihood.length; start += 1) {
    if (seen[start] === 1 || (likelihood[start] ?? 0) <= textFrom) continue;
    const { rows, mean } = regionAt(map, seen, start);
    if (mean < regionFrom) continue;
    const core = smallestBox(outline(rows));
    if (core.across < thinnest) continue;
    const grow = (core.along * core.across * growth) / (2 * (core.along + core.across));
    boxes.push({ ...core, along: core.along + 2 * grow, across: core.across + 2 * grow });
  }
  return boxes.filter(({ x, y }) => x >= 0 && y >= 0 && x < width && y < height);
}

interface Region {
  /** For each row, its first and last pixel. */
  readonly rows: ReadonlyMap<number, readonly [first: number, last: number]>;
  readonly mean: number;
}

/** All that hangs together with `start`, marked as seen. */
function regionAt({ likelihood, width, height }: TextMap, seen: Uint8Array, start: number): Region {
  const rows = new Map<number, [number, number]>();
  const open = [start];
  seen[start] = 1;
  let [sum, count] = [0, 0];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    const [x, y] = [at % width, Math.floor(at / width)];
    sum += likelihood[at] ?? 0;
    count += 1;
    const row = rows.get(y);
    if (row === undefined) rows.set(y, [x, x]);
    else {
      row[0] = Math.min(row[0], x);
      row[1] = Math.max(row[1], x);
    }
    for (let ny = Math.max(0, y - 1); ny <= Math.min(height - 1, y + 1); ny += 1) {
      for (let nx = Math.max(0, x - 1); nx <= Math.min(width - 1, x + 1); nx += 1) {
        const next = ny * width + nx;
        if (seen[next] === 1 || (likelihood[next] ?? 0) <= textFrom) continue;
        seen[next] = 1;
        open.push(next);
      }
    }
  }
  return { rows, mean: sum / count };
}

/** The corners of the first and last pixel of each row: all that a hull can touch. */
function outline(rows: Region['rows']): readonly { x: number; y: number }[] {
  return [...rows].flatMap(([y, [first, last]]) => [
    { x: first, y },
    { x: first, y: y + 1 },
    { x: last + 1, y },
    { x: last + 1, y: y + 1 },
  ]);
}
