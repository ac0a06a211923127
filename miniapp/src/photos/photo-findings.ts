/**
 * What a photo of a paper lacks, told before it is sent. The server's measures (bff/src/uploads/photo-findings.ts), which
 * has the last word and the reasons of every threshold; test/miniapp/same-photo-check.test.ts holds the two together.
 * Pure.
 */
import type { FileFinding } from '@yiban/shared-types/cases';

/** What the phone can tell; whether a paper is whole and the right one is read on the server. */
export type PhoneFinding = Extract<FileFinding, 'blurred' | 'dark' | 'glare' | 'small'>;

/** A photo at the size at which it is looked at: red, green, blue and opacity of each pixel, as a canvas gives them. */
export interface LookedAt {
  readonly width: number;
  readonly height: number;
  readonly data: ArrayLike<number>;
}

/** The longer side at which a photo is looked at, the server's. */
export const LOOKED_AT_SIDE = 1600;

const TILE_SIDE = 64;
const SMALLEST_SIDE = 1000;
/** The server's is 90. What it would let pass is never asked about; a canvas makes a photo smaller in its own way. */
const PAPER_BRIGHTNESS = 85;
const CONTRAST = 12;
/** The server's is 0.13, put right once the paper is read: an identity card at 0.04 still reads. Print run together is at 0.01. */
const FOCUS = 0.03;
const SATURATED = 250;
const WASHED_OUT = 0.98;
const EVENLY_WHITE = 245;
/** The server's is 0.015. */
const GLARE_SHARE = 0.02;

export interface Taken {
  /** Longer side, in pixels, of the photo as it will be sent. */
  readonly sentSide: number;
  /** Kind of paper that was asked for, where one was. */
  readonly paper: string | null;
}

export function photoFindings({ width, height, data }: LookedAt, { sentSide, paper }: Taken): readonly PhoneFinding[] {
  const grey = greyOf(data, width * height);
  const tiles = tilesOf(grey, width, height);
  const histogram = histogramOf(grey);
  const dark = percentile(histogram, 0.9) < PAPER_BRIGHTNESS;
  const findings: PhoneFinding[] = [];
  // In the dark nothing stands out, sharp or not.
  if (!dark && isBlurred(tiles)) findings.push('blurred');
  // A bank card may be dark by itself: the server tells, once it has read it.
  if (dark && paper !== 'bank-card') findings.push('dark');
  if (hasGlare(tiles, percentile(histogram, 0.5))) findings.push('glare');
  if (sentSide < SMALLEST_SIDE) findings.push('small');
  return findings;
}

/** Brightness by ITU-R BT.709, as the server's. */
function greyOf(data: ArrayLike<number>, count: number): Uint8Array {
  const grey = new Uint8Array(count);
  for (let at = 0; at < count; at += 1) {
    const from = at * 4;
    grey[at] = Math.round(0.2126 * (data[from] ?? 0) + 0.7152 * (data[from + 1] ?? 0) + 0.0722 * (data[from + 2] ?? 0));
  }
  return grey;
}

interface Tile {
  readonly variance: number;
  /** Variance of the Laplacian. */
  readonly edges: number;
  readonly saturatedShare: number;
}

/** A page on which nothing stands out is so blurred that the print is gone. */
function isBlurred(tiles: readonly Tile[]): boolean {
  const telling = tiles.filter(({ variance }) => variance >= CONTRAST ** 2);
  if (telling.length === 0) return true;
  const grain = median(tiles.filter(({ variance }) => variance < CONTRAST ** 2).map(({ edges }) => edges));
  return median(telling.map(({ edges, variance }) => (edges - grain) / variance)) < FOCUS;
}

function hasGlare(tiles: readonly Tile[], paper: number): boolean {
  if (paper >= EVENLY_WHITE || tiles.length === 0) return false;
  const washedOut = tiles.filter(({ saturatedShare }) => saturatedShare >= WASHED_OUT).length;
  return washedOut / tiles.length >= GLARE_SHARE;
}

function tilesOf(grey: Uint8Array, width: number, height: number): readonly Tile[] {
  const tiles: Tile[] = [];
  for (let top = 1; top + TILE_SIDE < height; top += TILE_SIDE) {
    for (let left = 1; left + TILE_SIDE < width; left += TILE_SIDE) tiles.push(tileAt(grey, width, left, top));
  }
  return tiles;
}

function tileAt(grey: Uint8Array, width: number, left: number, top: number): Tile {
  const count = TILE_SIDE * TILE_SIDE;
  let [sum, squares, edgeSum, edgeSquares, saturated] = [0, 0, 0, 0, 0];
  for (let y = top; y < top + TILE_SIDE; y += 1) {
    for (let at = y * width + left; at < y * width + left + TILE_SIDE; at += 1) {
      const value = grey[at] ?? 0;
      const edge =
        (grey[at - 1] ?? 0) + (grey[at + 1] ?? 0) + (grey[at - width] ?? 0) + (grey[at + width] ?? 0) - 4 * value;
      sum += value;
      squares += value * value;
      edgeSum += edge;
      edgeSquares += edge * edge;
      if (value >= SATURATED) saturated += 1;
    }
  }
  return {
    variance: squares / count - (sum / count) ** 2,
    edges: edgeSquares / count - (edgeSum / count) ** 2,
    saturatedShare: saturated / count,
  };
}

/** 0 for none. */
function median(values: readonly number[]): number {
  return Float64Array.from(values).sort()[Math.floor(values.length / 2)] ?? 0;
}

function histogramOf(grey: Uint8Array): Uint32Array {
  const histogram = new Uint32Array(256);
  for (let at = 0; at < grey.length; at += 1) {
    const value = grey[at] ?? 0;
    histogram[value] = (histogram[value] ?? 0) + 1;
  }
  return histogram;
}

/** The brightness below which `share` of all pixels lie. */
function percentile(histogram: Uint32Array, share: number): number {
  const wanted = histogram.reduce((sum, count) => sum + count, 0) * share;
  let seen = 0;
  for (let value = 0; value < histogram.length; value += 1) {
    seen += histogram[value] ?? 0;
    if (seen >= wanted) return value;
  }
  return 255;
}
