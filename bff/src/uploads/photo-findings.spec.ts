import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import sharp, { type Sharp } from 'sharp';
import { drawnPaper } from './drawn-paper.js';
import { examinePicture } from './examine-picture.js';

/** As a camera gives it: grain of the sensor, JPEG. */
async function photographed(picture: Sharp, grain = 4): Promise<Buffer> {
  const { data, info } = await picture.removeAlpha().png().toBuffer({ resolveWithObject: true });
  const noise = await sharp({
    create: {
      width: info.width,
      height: info.height,
      channels: 3,
      background: '#000',
      noise: { type: 'gaussian', mean: 128, sigma: grain },
    },
  })
    .png()
    .toBuffer();
  // Hard light of a mid-grey with grain adds just the grain.
  return sharp(data)
    .composite([{ input: noise, blend: 'soft-light' }])
    .jpeg({ quality: 85 })
    .toBuffer();
}

async function findingsOf(bytes: Buffer): Promise<readonly string[]> {
  const examined = await examinePicture({ bytes, purpose: 'photo', sha256: null });
  assert.ok(examined.failure === null, `refused: ${examined.failure}`);
  return examined.findings;
}

/** Re-drawn at once: sharp blurs before it has drawn otherwise. */
const drawn = async (picture: Sharp): Promise<Sharp> => sharp(await picture.png().toBuffer());

const glare = (width: number, height: number, radius: number): Buffer =>
  Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><defs><radialGradient id="g">
      <stop offset="0.6" stop-color="#fff" stop-opacity="1"/><stop offset="1" stop-color="#fff" stop-opacity="0"/>
    </radialGradient></defs><circle cx="${width / 2}" cy="${height / 2}" r="${radius}" fill="url(#g)"/></svg>`,
  );

describe('the photo check', () => {
  const good: Record<string, () => Promise<Buffer>> = {
    'a clear photo': async () => photographed(drawnPaper()),
    'a large photo': async () => photographed(drawnPaper({ width: 3000, height: 4000 })),
    'a dim but readable one': async () => photographed(drawnPaper({ paper: 120 })),
    'a bright one': async () => photographed(drawnPaper({ paper: 240 })),
    'a grainy one': async () => photographed(drawnPaper(), 12),
    'pale print': async () => photographed(drawnPaper({ ink: '#777' })),
    'a scan with pure white': async () => drawnPaper({ paper: 255, ink: '#000' }).jpeg().toBuffer(),
    'one slightly soft': async () => photographed((await drawn(drawnPaper())).blur(0.8)),
  };
  for (const [name, picture] of Object.entries(good)) {
    test(`${name} is left in peace`, async () => assert.deepEqual(await findingsOf(await picture()), []));
  }

  for (const sigma of [4, 6, 12]) {
    test(`one blurred by ${sigma} pixels is told as blurred`, async () => {
      assert.deepEqual(await findingsOf(await photographed((await drawn(drawnPaper())).blur(sigma))), ['blurred']);
    });
  }

  test('a large one out of focus is told as blurred', async () => {
    const page = await drawn(drawnPaper({ width: 3000, height: 4000 }));
    assert.deepEqual(await findingsOf(await photographed(page.blur(10))), ['blurred']);
  });

  test('one of a dark room is told as dark, and nothing else', async () => {
    assert.deepEqual(await findingsOf(await photographed(drawnPaper({ paper: 60 }), 2)), ['dark']);
  });

  test('a reflection that covers lines is told as glare', async () => {
    const page = await drawn(drawnPaper());
    const lit = page.composite([{ input: glare(1800, 2400, 350) }]);
    assert.deepEqual(await findingsOf(await photographed(await drawn(lit))), ['glare']);
  });

  test('one too small for its print is told as small', async () => {
    const findings = await findingsOf(await drawnPaper().resize({ height: 800 }).jpeg().toBuffer());
    assert.ok(findings.includes('small'));
  });
});
