import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import sharp, { type Create, type Sharp } from 'sharp';
import { drawnPaper } from './drawn-paper.js';
import { examinePicture } from './examine-picture.js';

const page = await drawnPaper().png().toBuffer();
const largePage = await drawnPaper({ width: 3000, height: 4000 }).png().toBuffer();

/** As a camera gives it: grain of the sensor, JPEG. */
async function photographed(picture: Sharp, grain = 4): Promise<Buffer> {
  const { data, info } = await picture.removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const noise: Create = {
    width: info.width,
    height: info.height,
    channels: 3,
    background: '#000',
    noise: { type: 'gaussian', mean: 128, sigma: grain },
  };
  // Soft light of mid-grey with grain changes nothing but the grain.
  return sharp(data, { raw: info })
    .composite([{ input: { create: noise }, blend: 'soft-light' }])
    .jpeg({ quality: 85 })
    .toBuffer();
}

async function findingsOf(bytes: Buffer): Promise<readonly string[]> {
  const examined = await examinePicture({ bytes, purpose: 'photo', sha256: null });
  assert.ok(examined.failure === null, `refused: ${examined.failure}`);
  return examined.findings;
}

const glare = (width: number, height: number, radius: number): Buffer =>
  Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><defs><radialGradient id="g">
      <stop offset="0.6" stop-color="#fff" stop-opacity="1"/><stop offset="1" stop-color="#fff" stop-opacity="0"/>
    </radialGradient></defs><circle cx="${width / 2}" cy="${height / 2}" r="${radius}" fill="url(#g)"/></svg>`,
  );

describe('the photo check', () => {
  const good: Record<string, () => Promise<Buffer>> = {
    'a clear photo': async () => photographed(sharp(page)),
    'a large photo': async () => photographed(sharp(largePage)),
    'a dim but readable one': async () => photographed(drawnPaper({ paper: 120 })),
    'a bright one': async () => photographed(drawnPaper({ paper: 240 })),
    'a grainy one': async () => photographed(sharp(page), 12),
    'pale print': async () => photographed(drawnPaper({ ink: '#777' })),
    'a scan with pure white': async () => drawnPaper({ paper: 255, ink: '#000' }).jpeg().toBuffer(),
    'one slightly soft': async () => photographed(sharp(page).blur(1.5)),
    'one as WeChat sends it': async () =>
      sharp(await photographed(sharp(largePage)))
        .resize({ height: 1440 })
        .jpeg({ quality: 60 })
        .toBuffer(),
  };
  for (const [name, picture] of Object.entries(good)) {
    test(`${name} is left in peace`, async () => assert.deepEqual(await findingsOf(await picture()), []));
  }

  for (const sigma of [4, 6, 12]) {
    test(`one blurred by ${sigma} pixels is told as blurred`, async () => {
      assert.deepEqual(await findingsOf(await photographed(sharp(page).blur(sigma))), ['blurred']);
    });
  }

  test('grain does not pass for print', async () => {
    const blurred = sharp(page).blur(6);
    assert.deepEqual(await findingsOf(await photographed(blurred, 12)), ['blurred']);
  });

  test('a large one out of focus is told as blurred', async () => {
    assert.deepEqual(await findingsOf(await photographed(sharp(largePage).blur(6))), ['blurred']);
  });

  test('one of a dark room is told as dark, and nothing else', async () => {
    assert.deepEqual(await findingsOf(await photographed(drawnPaper({ paper: 60 }), 2)), ['dark']);
  });

  test('a reflection that covers lines is told as glare', async () => {
    const lit = sharp(page).composite([{ input: glare(1800, 2400, 350) }]);
    assert.deepEqual(await findingsOf(await photographed(lit)), ['glare']);
  });

  test('one too small for its print is told as small', async () => {
    const findings = await findingsOf(await drawnPaper().resize({ height: 800 }).jpeg().toBuffer());
    assert.ok(findings.includes('small'));
  });
});
