/** A decoded picture: three bytes (red, green, blue) a pixel, row after row. */
export interface Pixels {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** Turned clockwise by a right angle or two or three. */
export function turned({ data, width, height }: Pixels, by: 90 | 180 | 270): Pixels {
  const [w, h] = by === 180 ? [width, height] : [height, width];
  const out = new Uint8Array(data.length);
  for (let y = 0; y < h; y += 1) {
    for (let x = 0; x < w; x += 1) {
      const from =
        by === 180
          ? (height - 1 - y) * width + (width - 1 - x)
          : by === 90
            ? (height - 1 - x) * width + y
            : x * width + (width - 1 - y);
      const to = (y * w + x) * 3;
      out[to] = data[from * 3] ?? 0;
      out[to + 1] = data[from * 3 + 1] ?? 0;
      out[to + 2] = data[from * 3 + 2] ?? 0;
    }
  }
  return { data: out, width: w, height: h };
}

/** From this share of all pixels on, red is the colour of the paper (a bank card), not of seals on it. */
const mostRed = 0.08;

/** Takes red seals off the print that they cover: what is bright red becomes as light as its red. */
export function withoutSeals({ data, width, height }: Pixels): Pixels {
  const red: number[] = [];
  const most = width * height * mostRed;
  for (let at = 0; at < data.length; at += 3) {
    const value = data[at] ?? 0;
    if (value <= leastRed || value - Math.max(data[at + 1] ?? 0, data[at + 2] ?? 0) <= value * 0.22) continue;
    red.push(at);
    if (red.length > most) return { data, width, height };
  }
  const out = new Uint8Array(data);
  for (const at of red) {
    const value = data[at] ?? 0;
    out[at + 1] = value;
    out[at + 2] = value;
  }
  return { data: out, width, height };
}

/** Darker than this it is print that the seal lies on. */
const leastRed = 105;
