/** Corners of a paper in a photo, moved by hand. Places are shares of width and height. */
import type { Corners, Point } from '@yiban/shared-types/uploads';

/** A little inside, so that all four can be got hold of. */
export const nearTheEdge: Corners = [
  [0.04, 0.04],
  [0.96, 0.04],
  [0.96, 0.96],
  [0.04, 0.96],
];

export const cornerNames = ['左上角', '右上角', '右下角', '左下角'] as const;

/** One step of a button. */
const STEP = 0.02;

export const directions = { 上: [0, -STEP], 下: [0, STEP], 左: [-STEP, 0], 右: [STEP, 0] } as const satisfies Readonly<
  Record<string, Point>
>;
export type Direction = keyof typeof directions;

/** The corners with one of them elsewhere, and inside the photo. */
export function withCorner([a, b, c, d]: Corners, index: number, [x, y]: Point): Corners {
  const there: Point = [inside(x), inside(y)];
  return [index === 0 ? there : a, index === 1 ? there : b, index === 2 ? there : c, index === 3 ? there : d];
}

/** The corners with one of them a step further. */
export function nudged(corners: Corners, index: number, direction: Direction): Corners {
  const [x, y] = corners[index] ?? corners[0];
  const [byX, byY] = directions[direction];
  return withCorner(corners, index, [x + byX, y + byY]);
}

/** The corner nearest to a place. */
export function nearestCorner(corners: Corners, [x, y]: Point): number {
  const distances = corners.map(([cx, cy]) => Math.hypot(cx - x, cy - y));
  return distances.indexOf(Math.min(...distances));
}

/** CSS: everything but the quadrangle. */
export function outsideOf(corners: Corners): string {
  const at = ([x, y]: Point) => `${percent(x)} ${percent(y)}`;
  const around = '0 0, 100% 0, 100% 100%, 0 100%, 0 0';
  return `polygon(evenodd, ${around}, ${corners.map(at).join(', ')}, ${at(corners[0])})`;
}

export function percent(share: number): string {
  return `${Math.round(share * 1000) / 10}%`;
}

function inside(share: number): number {
  return Math.min(Math.max(share, 0), 1);
}
