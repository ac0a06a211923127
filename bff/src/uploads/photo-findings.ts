import type { FileFinding } from '@yiban/shared-types/cases';

/** Brightness of the upright photo, one byte a pixel, its longer side at most `normalisedSide`. */
export interface GreyPicture {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

/**
 * The longer side at which a photo is looked at: all measures below hold for this size. A letter of a printed A4 page is
 * then 15 to 20 pixels high, and the noise of a phone's sensor is averaged away.
 */
export const normalisedSide = 1600;

/** Measured on tiles of this many pixels a side: two or three lines of print. */
const tileSide = 64;

/** Every threshold of the photo check, with its reason; measured by photo-findings.spec.ts on drawn papers. */
const thresholds = {
  /**
   * Longer side in pixels of the photo as sent. A4 (29.7 cm) at 1,000 pixels is 85 dpi, where the 8-point print of a
   * receipt is 9 pixels high: the least that a person, or a reader, makes out without guessing.
   */
  smallestSide: 1000,
  /**
   * Brightness (0 to 255) below which the brightest tenth of a photo must not lie. The brightest part of a photographed
   * paper is the paper; a phone's exposure puts it at 150 to 230, a lamp-lit room underexposed at 100.
   */
  paperBrightness: 90,
  /** A tile has something on it when its brightness varies by this much (standard deviation). Sensor noise: 2 to 6. */
  contrast: 12,
  /**
   * Variance of the Laplacian, less that of the grain, over the variance of brightness, median of the tiles with
   * something on them: how much of what is there is edges. It does not change with light, contrast or noise. Sharp print
   * lies at 4, slightly soft print (blur of σ = 1 pixel) at 2, print that is just readable (σ = 2) at 0.27;
   * where the strokes of a letter run together (σ = 2.7) it is 0.05 to 0.09.
   */
  focus: 0.13,
  /** From here a pixel says nothing but "white". */
  saturated: 250,
  /** A tile is washed out when so much of it is saturated: print covers at least a twentieth of a line of text. */
  washedOut: 0.98,
  /** Median brightness from which a page is a scan or a screen picture, whose white is saturated everywhere. */
  evenlyWhite: 245,
  /** Share of washed-out tiles from which a reflection covers a line of text and more. */
  glareShare: 0.015,
} as const;

/** What is wrong with a photo of a paper. `sentSide` is the longer side, in pixels, of the photo as sent. */
export function photoFindings(picture: GreyPicture, sentSide: number): readonly FileFinding[] {
  const histogram = histogramOf(picture.pixels);
  const tiles = tilesOf(picture);
  const dark = percentile(histogram, 0.9) < thresholds.paperBrightness;
  const findings: FileFinding[] = [];
  // In the dark nothing stands out, sharp or not.
  if (!dark && isBlurred(tiles)) findings.push('blurred');
  if (dark) findings.push('dark');
  if (hasGlare(tiles, percentile(histogram, 0.5))) findings.push('glare');
  if (sentSide < thresholds.smallestSide) findings.push('small');
  return findings;
}

interface Tile {
  /** Standard deviation of brightness. */
  readonly deviation: number;
  /** Variance of the Laplacian. */
  readonly edges: number;
  readonly saturatedShare: number;
}

/** A page on which nothing stands out is so blurred that the print is gone. */
function isBlurred(tiles: readonly Tile[]): boolean {
  const telling = tiles.filter(({ deviation }) => deviation >= thresholds.contrast);
  if (telling.length === 0) return true;
  // Grain has edges too, everywhere alike: as many as where nothing else is.
  const grain = median(tiles.filter(({ deviation }) => deviation < thresholds.contrast).map(({ edges }) => edges));
  return median(telling.map(({ edges, deviation }) => (edges - grain) / deviation ** 2)) < thresholds.focus;
}

function hasGlare(tiles: readonly Tile[], paper: number): boolean {
  if (paper >= thresholds.evenlyWhite || tiles.length === 0) return false;
  const washedOut = tiles.filter(({ saturatedShare }) => saturatedShare >= thresholds.washedOut).length;
  return washedOut / tiles.length >= thresholds.glareShare;
}

/** Whole tiles only, inside a border of one pixel, which the Laplacian needs. */
function tilesOf(picture: GreyPicture): readonly Tile[] {
  const tiles: Tile[] = [];
  for (let top = 1; top + tileSide < picture.height; top += tileSide) {
    for (let left = 1; left + tileSide < picture.width; left += tileSide) tiles.push(tileAt(picture, left, top));
  }
  return tiles;
}

function tileAt({ pixels, width }: GreyPicture, left: number, top: number): Tile {
  const count = tileSide * tileSide;
  let [sum, squares, edgeSum, edgeSquares, saturated] = [0, 0, 0, 0, 0];
  for (let y = top; y < top + tileSide; y += 1) {
    for (let at = y * width + left; at < y * width + left + tileSide; at += 1) {
      const value = pixels[at] ?? 0;
      const around =
        (pixels[at - 1] ?? 0) + (pixels[at + 1] ?? 0) + (pixels[at - width] ?? 0) + (pixels[at + width] ?? 0);
      const edge = around - 4 * value;
      sum += value;
      squares += value * value;
      edgeSum += edge;
      edgeSquares += edge * edge;
      if (value >= thresholds.saturated) saturated += 1;
    }
  }
  const variance = squares / count - (sum / count) ** 2;
  const edgeVariance = edgeSquares / count - (edgeSum / count) ** 2;
  return {
    deviation: Math.sqrt(Math.max(variance, 0)),
    edges: edgeVariance,
    saturatedShare: saturated / count,
  };
}

/** 0 for none. */
function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

function histogramOf(pixels: Uint8Array): Uint32Array {
  const histogram = new Uint32Array(256);
  for (const value of pixels) histogram[value] = (histogram[value] ?? 0) + 1;
  return histogram;
}

/** The brightness below which `share` of all pixels lie. */
function percentile(histogram: Uint32Array, share: number): number {
  const wanted = histogram.reduce((sum, count) => sum + count, 0) * share;
  let seen = 0;
  for (const [value, count] of histogram.entries()) {
    seen += count;
    if (seen >= wanted) return value;
  }
  return 255;
}
