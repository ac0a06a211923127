import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Corners } from '@yiban/shared-types/uploads';
import { flattened, type RawPicture } from './flattened.js';

const [width, height] = [300, 200];
const whole: Corners = [[0, 0], [1, 0], [1, 1], [0, 1]]; // prettier-ignore

/** A picture whose colour at each pixel is what `of` says of the place. */
function picture(of: (x: number, y: number) => number): RawPicture {
  const data = new Uint8Array(width * height * 3);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) data.fill(of(x, y), (y * width + x) * 3, (y * width + x) * 3 + 3);
  }
  return { data, width, height, channels: 3 };
}

const at = ({ data, width: line, channels }: RawPicture, x: number, y: number): number =>
  data[(y * line + x) * channels] ?? -1;

describe('a paper seen askew', () => {
  test('stays as it is where nothing is cut', () => {
    const gradual = picture((x, y) => Math.round((x + y) / 2));
    const result = flattened(gradual, whole);
    assert.ok(Math.abs(result.width - width) <= 1 && Math.abs(result.height - height) <= 1);
    for (const [x, y] of [
      [10, 10],
      [150, 100],
      [280, 190],
    ] as const)
      // prettier-ignore
      assert.ok(Math.abs(at(result, x, y) - at(gradual, x, y)) <= 1, `${x}, ${y}`);
  });

  test('is a rectangle with its corners in the corners, its middle in the middle', () => {
    // The diagonals of a quadrangle meet in the middle of the sheet, however it is seen.
    const seen: Corners = [[0.2, 0.1], [0.8, 0.2], [0.95, 0.9], [0.1, 0.8]]; // prettier-ignore
    const spots = [...seen.map(([x, y]) => [x * (width - 1), y * (height - 1)] as const), crossing(seen)];
    const result = flattened(
      picture((x, y) => (spots.some(([sx, sy]) => Math.hypot(x - sx, y - sy) < 6) ? 255 : 0)),
      seen,
    );
    const [right, bottom] = [result.width - 1, result.height - 1];
    const wanted = [[1, 1], [right - 1, 1], [right - 1, bottom - 1], [1, bottom - 1], [right / 2, bottom / 2]] as const; // prettier-ignore
    for (const [x, y] of wanted) assert.ok(at(result, Math.round(x), Math.round(y)) > 200, `${x}, ${y}`);
    assert.ok(at(result, Math.round(right / 4), Math.round(bottom / 4)) < 50);
  });

  test('keeps the longer of two opposite sides, so that no print is lost', () => {
    const seen: Corners = [[0.3, 0], [0.7, 0], [1, 1], [0, 1]]; // prettier-ignore
    assert.ok(
      Math.abs(
        flattened(
          picture(() => 9),
          seen,
        ).width -
          (width - 1),
      ) <= 1,
    );
  });
});

/** Where the diagonals of a quadrangle cross, in pixels. */
function crossing([a, b, c, d]: Corners): readonly [number, number] {
  const [[x1, y1], [x2, y2], [x3, y3], [x4, y4]] = [a, c, b, d];
  const t = ((x1 - x3) * (y3 - y4) - (y1 - y3) * (x3 - x4)) / ((x1 - x2) * (y3 - y4) - (y1 - y2) * (x3 - x4));
  return [(x1 + t * (x2 - x1)) * (width - 1), (y1 + t * (y2 - y1)) * (height - 1)];
}
