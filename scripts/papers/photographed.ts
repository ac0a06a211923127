/** Takes a photo of a flat paper, as a phone of a person in a hurry does. */
import sharp from 'sharp';
import type { SeededRandom } from './seeded-random.ts';

/** How a photo is taken. Lengths in pixels of the photo. */
export interface Shot {
  /** Longer side of the photo. */
  readonly side: number;
  readonly turn: 0 | 90 | 180 | 270;
  /** Degrees by which it is held askew. */
  readonly tilt: number;
  /** Share of the paper's side by which corners are out of place. */
  readonly perspective: number;
  /** Share of the frame that the paper fills along its tighter side; above 1 it is cut off. */
  readonly fill: number;
  readonly blur: number;
  readonly noise: number;
  /** 1 is the right exposure. */
  readonly light: number;
  /** Depth of a shadow's edge, 0 for none. */
  readonly shadow: number;
  /** Radius of a reflection as a share of the side, 0 for none; `glareStrength` 1 makes its middle white. */
  readonly glare: number;
  readonly glareStrength: number;
  readonly fold: boolean;
  readonly jpeg: number;
}

/** As most photos are: each fault may come, none so that a person could not read the paper. */
export function usualShot(random: SeededRandom): Shot {
  const sheen = random.chance(0.25);
  return {
    side: random.pick([1800, 2200, 2600, 3000]),
    turn: random.chance(0.3) ? random.pick([90, 180, 270]) : 0,
    tilt: random.chance(0.7) ? random.between(-7, 7) : 0,
    perspective: random.chance(0.7) ? random.between(0, 0.06) : 0,
    fill: random.between(0.82, 0.95),
    blur: random.chance(0.5) ? random.between(0.3, 1.3) : 0,
    noise: random.chance(0.6) ? random.between(1, 8) : 0,
    // White paper at 140 to 235 of 255. A sheen that makes it whiter than the sensor goes is not a good photo's.
    light: random.between(0.55, sheen ? 0.76 : 0.92),
    shadow: random.chance(0.4) ? random.between(0.1, 0.4) : 0,
    glare: sheen ? random.between(0.05, 0.2) : 0,
    glareStrength: random.between(0.05, 0.18),
    fold: random.chance(0.3),
    jpeg: random.whole(62, 92),
  };
}

interface Picture {
  readonly data: Buffer;
  readonly width: number;
  readonly height: number;
}

export async function photographed(svg: string, shot: Shot, random: SeededRandom): Promise<Buffer> {
  const { data, info } = await sharp(Buffer.from(svg))
    .flatten()
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const paper: Picture = { data, width: info.width, height: info.height };
  if (shot.fold) fold(paper, random);
  const taken = onTable(paper, shot, random);
  lit(taken, shot, random);
  const raw = { raw: { width: taken.width, height: taken.height, channels: 3 } } as const;
  const blurred =
    shot.blur > 0 ? await sharp(taken.data, raw).blur(Math.max(0.3, shot.blur)).raw().toBuffer() : taken.data;
  if (shot.noise > 0) grain(blurred, shot.noise, random);
  return sharp(blurred, raw).jpeg({ quality: shot.jpeg }).toBuffer();
}

/** Two creases: one side of each is lighter, the crease itself dark. */
function fold({ data, width, height }: Picture, random: SeededRandom): void {
  const [across, down] = [width * random.between(0.3, 0.7), height * random.between(0.3, 0.7)];
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const [dx, dy] = [x - across, y - down];
      const crease = Math.abs(dx) < 2 || Math.abs(dy) < 2 ? 0.82 : 1;
      const shade =
        crease *
        (1 - 0.08 * Math.exp(-((dx / 90) ** 2)) * (dx > 0 ? 1 : -0.4)) *
        (1 - 0.08 * Math.exp(-((dy / 90) ** 2)) * (dy > 0 ? 1 : -0.4));
      const at = (y * width + x) * 3;
      for (let plane = 0; plane < 3; plane += 1) data[at + plane] = Math.min(255, (data[at + plane] ?? 0) * shade);
    }
  }
}

type Corner = readonly [x: number, y: number];

function onTable(paper: Picture, shot: Shot, random: SeededRandom): Picture {
  const sideways = shot.turn === 90 || shot.turn === 270;
  const [pw, ph] = sideways ? [paper.height, paper.width] : [paper.width, paper.height];
  // The frame is as wide or high as the paper, between 4:3 and 3:4.
  const ratio = Math.min(4 / 3, Math.max(3 / 4, pw / ph));
  const [width, height] =
    ratio >= 1 ? [shot.side, Math.round(shot.side / ratio)] : [Math.round(shot.side * ratio), shot.side];
  const scale = Math.min(width / pw, height / ph) * shot.fill;
  const angle = ((shot.turn + shot.tilt) * Math.PI) / 180;
  // Tilted, it takes more room.
  const room =
    shot.fill > 1
      ? 1
      : 1 / (Math.cos((shot.tilt * Math.PI) / 180) + Math.abs(Math.sin((shot.tilt * Math.PI) / 180)) * 0.9);
  const [centreX, centreY] =
    shot.fill > 1 ? [width * random.between(0.35, 0.65), height * random.between(0.35, 0.65)] : [width / 2, height / 2];
  const place = (cx: number, cy: number): Corner => {
    const [x, y] = [cx * paper.width * scale * room, cy * paper.height * scale * room];
    const wander = (): number => random.between(-0.5, 0.5) * shot.perspective * Math.min(pw, ph) * scale;
    return [
      centreX + x * Math.cos(angle) - y * Math.sin(angle) + wander(),
      centreY + x * Math.sin(angle) + y * Math.cos(angle) + wander(),
    ];
  };
  const corners = [place(-0.5, -0.5), place(0.5, -0.5), place(0.5, 0.5), place(-0.5, 0.5)] as const;
  const back = inverse(fromUnitSquare(corners));
  const table = random.pick([
    [92, 74, 58],
    [128, 120, 112],
    [60, 66, 72],
    [150, 132, 105],
  ]);
  const data = Buffer.alloc(width * height * 3);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const w = back[6] * x + back[7] * y + back[8];
      const u = ((back[0] * x + back[1] * y + back[2]) / w) * paper.width - 0.5;
      const v = ((back[3] * x + back[4] * y + back[5]) / w) * paper.height - 0.5;
      const to = (y * width + x) * 3;
      if (u < -0.5 || v < -0.5 || u > paper.width - 0.5 || v > paper.height - 0.5) {
        const streak = 6 * Math.sin(y * 0.05 + Math.sin(x * 0.004) * 4);
        for (let plane = 0; plane < 3; plane += 1) data[to + plane] = (table[plane] ?? 0) + streak;
        continue;
      }
      sample(paper, u, v, data, to);
    }
  }
  return { data, width, height };
}

function sample({ data, width, height }: Picture, u: number, v: number, out: Buffer, to: number): void {
  const [x, y] = [Math.min(width - 1, Math.max(0, u)), Math.min(height - 1, Math.max(0, v))];
  const [left, top] = [Math.floor(x), Math.floor(y)];
  const [right, below] = [Math.min(width - 1, left + 1), Math.min(height - 1, top + 1)];
  const [fx, fy] = [x - left, y - top];
  for (let plane = 0; plane < 3; plane += 1) {
    const at = (px: number, py: number): number => data[(py * width + px) * 3 + plane] ?? 0;
    out[to + plane] =
      at(left, top) * (1 - fx) * (1 - fy) +
      at(right, top) * fx * (1 - fy) +
      at(left, below) * (1 - fx) * fy +
      at(right, below) * fx * fy;
  }
}

type Matrix = readonly [number, number, number, number, number, number, number, number, number];

/** Heckbert, "Fundamentals of Texture Mapping and Image Warping" (1989), 2.2.3. */
function fromUnitSquare([[x0, y0], [x1, y1], [x2, y2], [x3, y3]]: readonly [Corner, Corner, Corner, Corner]): Matrix {
  const [sx, sy] = [x0 - x1 + x2 - x3, y0 - y1 + y2 - y3];
  const [dx1, dx2, dy1, dy2] = [x1 - x2, x3 - x2, y1 - y2, y3 - y2];
  const under = dx1 * dy2 - dx2 * dy1;
  const g = (sx * dy2 - dx2 * sy) / under;
  const h = (dx1 * sy - sx * dy1) / under;
  return [x1 - x0 + g * x1, x3 - x0 + h * x3, x0, y1 - y0 + g * y1, y3 - y0 + h * y3, y0, g, h, 1];
}

function inverse([a, b, c, d, e, f, g, h, i]: Matrix): Matrix {
  return [
    e * i - f * h,
    c * h - b * i,
    b * f - c * e,
    f * g - d * i,
    a * i - c * g,
    c * d - a * f,
    d * h - e * g,
    b * g - a * h,
    a * e - b * d,
  ];
}

function lit({ data, width, height }: Picture, shot: Shot, random: SeededRandom): void {
  const [slopeX, slopeY] = [random.between(-0.12, 0.12), random.between(-0.12, 0.12)];
  const [edge, lean] = [random.between(0.25, 0.75), random.between(-0.5, 0.5)];
  const [gx, gy] = [width * random.between(0.2, 0.8), height * random.between(0.2, 0.8)];
  const radius = shot.glare * Math.max(width, height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const [px, py] = [x / width, y / height];
      let light = shot.light * (1 + slopeX * (px - 0.5) + slopeY * (py - 0.5));
      if (shot.shadow > 0) light *= 1 - shot.shadow / (1 + Math.exp((edge + lean * (py - 0.5) - px) * 60));
      const shine =
        radius === 0
          ? 0
          : 255 * shot.glareStrength * Math.exp(-((((x - gx) / radius) ** 2 + ((y - gy) / radius) ** 2) ** 2));
      const at = (y * width + x) * 3;
      for (let plane = 0; plane < 3; plane += 1)
        data[at + plane] = Math.min(255, (data[at + plane] ?? 0) * light + shine);
    }
  }
}

function grain(data: Buffer, deviation: number, random: SeededRandom): void {
  // A table of drawn values: a normal one for every byte of a photo takes seconds.
  const drawn = Float32Array.from({ length: 65_536 }, () => random.normal() * deviation);
  let at = 0;
  for (let i = 0; i < data.length; i += 1) {
    if ((i & 4095) === 0) at = random.whole(0, 65_535);
    data[i] = Math.max(0, Math.min(255, (data[i] ?? 0) + (drawn[at++ & 65_535] ?? 0)));
  }
}
