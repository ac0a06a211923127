import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Corners } from '@yiban/shared-types/uploads';
import sharp from 'sharp';
import type { GreyPicture } from './photo-findings.js';
import { paperCorners } from './paper-corners.js';

const [width, height] = [1200, 1600];

/** A sheet of print between `corners` on a table. */
async function photographedSheet(
  corners: Corners,
  { table = '#4a4038', paper = '#d2cfc8' } = {},
): Promise<GreyPicture> {
  const inPixels = corners.map(([x, y]) => `${x * width},${y * height}`).join(' ');
  const left = Math.max(corners[0][0], corners[3][0]) * width;
  const lines = Array.from(
    { length: 30 },
    (_, line) =>
      `<rect x="${left + 60}" y="${height * (0.28 + line * 0.014)}" width="${width * 0.35}" height="10" fill="#333"/>`,
  ).join('');
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
    <rect width="100%" height="100%" fill="${table}"/><polygon points="${inPixels}" fill="${paper}"/>${lines}</svg>`;
  const { data } = await sharp(Buffer.from(svg)).greyscale().raw().toBuffer({ resolveWithObject: true });
  return { width, height, pixels: data };
}

function assertNear(found: Corners | null, wanted: Corners): void {
  assert.ok(found !== null, 'no paper was found');
  for (const [index, [x, y]] of wanted.entries()) {
    const [foundX = -1, foundY = -1] = found[index] ?? [];
    assert.ok(Math.hypot(foundX - x, foundY - y) < 0.015, `corner ${index}: ${foundX}, ${foundY} for ${x}, ${y}`);
  }
}

const upright: Corners = [[0.15, 0.12], [0.85, 0.12], [0.85, 0.88], [0.15, 0.88]]; // prettier-ignore
const askew: Corners = [[0.2, 0.1], [0.9, 0.18], [0.82, 0.9], [0.12, 0.8]]; // prettier-ignore
const fromBelow: Corners = [[0.25, 0.15], [0.75, 0.15], [0.95, 0.9], [0.05, 0.9]]; // prettier-ignore

describe('the edges of a paper', () => {
  for (const [name, corners] of Object.entries({ upright, askew, fromBelow })) {
    test(`are found within a hundredth of the photo: ${name}`, async () => {
      assertNear(paperCorners(await photographedSheet(corners)), corners);
    });
  }

  test('are not claimed where the paper fills the photo', async () => {
    const all: Corners = [[0, 0], [1, 0], [1, 1], [0, 1]]; // prettier-ignore
    assert.equal(paperCorners(await photographedSheet(all)), null);
  });

  test('are not claimed for a small slip', async () => {
    const slip: Corners = [[0.4, 0.4], [0.6, 0.4], [0.6, 0.6], [0.4, 0.6]]; // prettier-ignore
    assert.equal(paperCorners(await photographedSheet(slip)), null);
  });

  test('are not claimed for a bright field that is no quadrangle', async () => {
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
      <rect width="100%" height="100%" fill="#403830"/><circle cx="600" cy="800" r="560" fill="#d0d0d0"/></svg>`;
    const { data } = await sharp(Buffer.from(svg)).greyscale().raw().toBuffer({ resolveWithObject: true });
    assert.equal(paperCorners({ width, height, pixels: data }), null);
  });
});
