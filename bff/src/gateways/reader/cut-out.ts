import type { Pixels } from './pixels.js';
import type { TextBox } from './text-box.js';

/** Rows of a cut-out text: what the models were made for. */
export const cutHeight = 48;

/** A text laid flat: three planes (blue, green, red), each value from -1 to 1, as the models take it. */
export interface CutOut {
  readonly planes: Float32Array;
  readonly width: number;
}

/** Lays the text of a box flat, `width` columns wide; `width` may be more than the box gives, the rest is grey. */
export function cutOut({ data, width, height }: Pixels, box: TextBox, filled: number, padded = filled): CutOut {
  const size = cutHeight * padded;
  const planes = new Float32Array(size * 3);
  const [ux, uy] = [Math.cos(box.angle), Math.sin(box.angle)];
  const stepX = box.along / filled;
  const stepY = box.across / cutHeight;
  // Where the picture is larger than what the model sees, several points make one pixel, or thin strokes fall through.
  const points = Math.max(1, Math.min(4, Math.round(stepY)));
  const share = 1 / (points * points * 127.5);
  for (let row = 0; row < cutHeight; row += 1) {
    for (let column = 0; column < filled; column += 1) {
      let [red, green, blue] = [0, 0, 0];
      for (let sub = 0; sub < points * points; sub += 1) {
        const along = (column + ((sub % points) + 0.5) / points) * stepX - box.along / 2;
        const across = (row + (Math.floor(sub / points) + 0.5) / points) * stepY - box.across / 2;
        const x = clamp(box.x + along * ux - across * uy - 0.5, width - 1);
        const y = clamp(box.y + along * uy + across * ux - 0.5, height - 1);
        const [left, top] = [Math.floor(x), Math.floor(y)];
        const [fx, fy] = [x - left, y - top];
        const at = (top * width + left) * 3;
        const right = left + 1 < width ? 3 : 0;
        const below = top + 1 < height ? width * 3 : 0;
        const [a, b, c, d] = [(1 - fx) * (1 - fy), fx * (1 - fy), (1 - fx) * fy, fx * fy];
        const mixed = (plane: number): number =>
          a * (data[at + plane] ?? 0) +
          b * (data[at + right + plane] ?? 0) +
          c * (data[at + below + plane] ?? 0) +
          d * (data[at + below + right + plane] ?? 0);
        red += mixed(0);
        green += mixed(1);
        blue += mixed(2);
      }
      const to = row * padded + column;
      planes[to] = blue * share - 1;
      planes[size + to] = green * share - 1;
      planes[size * 2 + to] = red * share - 1;
    }
  }
  return { planes, width: padded };
}

function clamp(value: number, most: number): number {
  return value < 0 ? 0 : value > most ? most : value;
}
