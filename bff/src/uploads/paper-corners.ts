import type { Corners, Point } from '@yiban/shared-types/uploads';
import type { GreyPicture } from './photo-findings.js';

/** Edges are looked for on this many cells along the longer side: print vanishes, the sheet stays. */
const cells = 160;
/** A paper that fills less of the photo is not what the photo is of; one that fills more needs no trimming. */
const leastShare = 0.2;
const mostShare = 0.94;
/** How much of the four-cornered figure must be paper, and how much of the paper inside: else it is no sheet. */
const leastFilled = 0.86;

/**
 * The corners of the one sheet of paper in a photo, as shares of width and height, from the top left clockwise; null
 * where there is none, or where it fills the photo anyway. A sheet is the largest connected bright field that is nearly
 * a quadrangle: what is found by mistake costs the person a tap, so that doubt gives null.
 */
export function paperCorners(picture: GreyPicture): Corners | null {
  const grid = gridOf(picture);
  const sheet = largestField(grid, threshold(grid.values));
  if (sheet === undefined || sheet.length < grid.values.length * leastShare) return null;
  const corners = extremes(sheet, grid);
  const share = areaOf(corners) / (grid.width * grid.height);
  const filled = sheet.length / Math.max(areaOf(corners), 1);
  if (share < leastShare || share > mostShare || filled < leastFilled || filled > 2 - leastFilled) return null;
  const asShare = ([x, y]: Point): Point => [x / grid.width, y / grid.height];
  return [asShare(corners[0]), asShare(corners[1]), asShare(corners[2]), asShare(corners[3])];
}

interface Grid {
  readonly width: number;
  readonly height: number;
  readonly values: Uint8Array;
}

/** The brightest tenth of each cell stands for it: paper between the print. */
function gridOf({ width, height, pixels }: GreyPicture): Grid {
  const side = Math.max(1, Math.ceil(Math.max(width, height) / cells));
  const grid = { width: Math.floor(width / side), height: Math.floor(height / side) };
  const values = new Uint8Array(grid.width * grid.height);
  const cell = new Uint8Array(side * side);
  for (let row = 0; row < grid.height; row += 1) {
    for (let column = 0; column < grid.width; column += 1) {
      for (let y = 0; y < side; y += 1) {
        const at = (row * side + y) * width + column * side;
        cell.set(pixels.subarray(at, at + side), y * side);
      }
      cell.sort();
      values[row * grid.width + column] = cell[Math.floor(cell.length * 0.9)] ?? 0;
    }
  }
  return { ...grid, values };
}

/** Between the dark and the bright, where the two vary least within themselves (Otsu, 1979). */
function threshold(values: Uint8Array): number {
  const counts = new Uint32Array(256);
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  const total = values.reduce((sum, value) => sum + value, 0);
  let [below, sumBelow, best, bestSpread] = [0, 0, 0, -1];
  for (const [value, count] of counts.entries()) {
    below += count;
    sumBelow += count * value;
    const above = values.length - below;
    if (below === 0 || above === 0) continue;
    const spread = below * above * (sumBelow / below - (total - sumBelow) / above) ** 2;
    if (spread > bestSpread) [best, bestSpread] = [value, spread];
  }
  return best;
}

/** Indices of the cells of the largest connected field brighter than `level`. */
function largestField({ width, values }: Grid, level: number): readonly number[] | undefined {
  const seen = new Uint8Array(values.length);
  let largest: readonly number[] | undefined;
  for (const start of values.keys()) {
    if (seen[start] === 1 || (values[start] ?? 0) <= level) continue;
    const field = [start];
    seen[start] = 1;
    for (const at of field) {
      for (const next of neighbours(at, width, values.length)) {
        if (seen[next] === 1 || (values[next] ?? 0) <= level) continue;
        seen[next] = 1;
        field.push(next);
      }
    }
    if (field.length > (largest?.length ?? 0)) largest = field;
  }
  return largest;
}

function neighbours(at: number, width: number, length: number): readonly number[] {
  const column = at % width;
  return [
    ...(column > 0 ? [at - 1] : []),
    ...(column < width - 1 ? [at + 1] : []),
    ...(at >= width ? [at - width] : []),
    ...(at + width < length ? [at + width] : []),
  ];
}

/** The outermost points along the diagonals: the corners of a sheet that is turned by less than 45 degrees. */
function extremes(field: readonly number[], { width }: Grid): Corners {
  const points = field.map((at): Point => [at % width, Math.floor(at / width)]);
  const outermost = (along: (point: Point) => number): Point => {
    let best: Point = points[0] ?? [0, 0];
    for (const point of points) if (along(point) > along(best)) best = point;
    return best;
  };
  const [topLeft, topRight, bottomRight, bottomLeft] = [
    outermost(([x, y]) => -x - y),
    outermost(([x, y]) => x - y),
    outermost(([x, y]) => x + y),
    outermost(([x, y]) => y - x),
  ];
  // A cell reaches to its far edge.
  return [
    topLeft,
    [topRight[0] + 1, topRight[1]],
    [bottomRight[0] + 1, bottomRight[1] + 1],
    [bottomLeft[0], bottomLeft[1] + 1],
  ];
}

/** Of a quadrangle (the shoelace formula); negative where its corners run counter-clockwise. */
export function areaOf(corners: Corners): number {
  return (
    corners.reduce((sum, [x, y], index) => {
      const [nextX, nextY] = corners[(index + 1) % 4] ?? [0, 0];
      return sum + x * nextY - nextX * y;
    }, 0) / 2
  );
}
