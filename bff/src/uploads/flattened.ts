import type { Corners, Point } from '@yiban/shared-types/uploads';

/** Interleaved bytes, as sharp gives them with `raw`. */
export interface RawPicture {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
  readonly channels: number;
}

/**
 * The quadrangle between `corners` (shares of width and height, clockwise from the top left) seen straight from above:
 * a rectangle whose sides are as long as the longer of the two opposite sides, so that no print is lost.
 */
export function flattened(picture: RawPicture, corners: Corners): RawPicture {
  const inPixels = corners.map(([x, y]): Point => [x * (picture.width - 1), y * (picture.height - 1)]);
  const [a = [0, 0], b = [0, 0], c = [0, 0], d = [0, 0]] = inPixels;
  const width = Math.max(1, Math.round(Math.max(distance(a, b), distance(d, c))));
  const height = Math.max(1, Math.round(Math.max(distance(a, d), distance(b, c))));
  return sampled(picture, unitSquareTo([a, b, c, d]), width, height);
}

const distance = ([x1, y1]: Point, [x2, y2]: Point): number => Math.hypot(x2 - x1, y2 - y1);

/** A projective map: (u, v) to ((a·u + b·v + c) / w, (d·u + e·v + f) / w) with w = g·u + h·v + 1. */
interface Projection {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly d: number;
  readonly e: number;
  readonly f: number;
  readonly g: number;
  readonly h: number;
}

/** The map of the unit square onto a quadrangle, in closed form (Heckbert, Fundamentals of Texture Mapping, 1989, § 2). */
function unitSquareTo([[x0, y0], [x1, y1], [x2, y2], [x3, y3]]: Corners): Projection {
  const [sumX, sumY] = [x0 - x1 + x2 - x3, y0 - y1 + y2 - y3];
  const [dx1, dx2, dy1, dy2] = [x1 - x2, x3 - x2, y1 - y2, y3 - y2];
  const area = dx1 * dy2 - dx2 * dy1;
  const g = (sumX * dy2 - dx2 * sumY) / area;
  const h = (dx1 * sumY - sumX * dy1) / area;
  return { a: x1 - x0 + g * x1, b: x3 - x0 + h * x3, c: x0, d: y1 - y0 + g * y1, e: y3 - y0 + h * y3, f: y0, g, h };
}

/** Each pixel of the result from the four nearest of the source, weighed by nearness. */
function sampled(source: RawPicture, map: Projection, width: number, height: number): RawPicture {
  const { data, channels } = source;
  const result = new Uint8Array(width * height * channels);
  const [lastX, lastY] = [source.width - 1, source.height - 1];
  const line = source.width * channels;
  let to = 0;
  for (let row = 0; row < height; row += 1) {
    const v = (row + 0.5) / height;
    for (let column = 0; column < width; column += 1) {
      const u = (column + 0.5) / width;
      const w = map.g * u + map.h * v + 1;
      const x = Math.min(Math.max((map.a * u + map.b * v + map.c) / w, 0), lastX);
      const y = Math.min(Math.max((map.d * u + map.e * v + map.f) / w, 0), lastY);
      const [left, top] = [Math.floor(x), Math.floor(y)];
      const [right, down] = [left < lastX ? channels : 0, top < lastY ? line : 0];
      const [alongX, alongY] = [x - left, y - top];
      const from = top * line + left * channels;
      for (let channel = 0; channel < channels; channel += 1) {
        const at = from + channel;
        const upper = (data[at] ?? 0) * (1 - alongX) + (data[at + right] ?? 0) * alongX;
        const lower = (data[at + down] ?? 0) * (1 - alongX) + (data[at + down + right] ?? 0) * alongX;
        result[to] = upper * (1 - alongY) + lower * alongY + 0.5;
        to += 1;
      }
    }
  }
  return { data: result, width, height, channels };
}
