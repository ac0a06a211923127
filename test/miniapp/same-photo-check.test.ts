/** What the phone says about a photo before it is sent, the server says too: both over the same pictures. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import sharp, { type Sharp } from 'sharp';
import { drawnPaper } from '../../bff/src/uploads/drawn-paper.ts';
import { findingMessages } from '../../bff/src/uploads/finding-messages.ts';
import * as server from '../../bff/src/uploads/photo-findings.ts';
import { findingWords } from '../../miniapp/src/photos/finding-words.ts';
import * as phone from '../../miniapp/src/photos/photo-findings.ts';

const page = await drawnPaper().png().toBuffer();

async function reflection(radius: number): Promise<Sharp> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1800" height="2400"><circle cx="900" cy="1200" r="${radius}" fill="#fff"/></svg>`;
  return sharp(
    await sharp(page)
      .composite([{ input: Buffer.from(svg) }])
      .png()
      .toBuffer(),
  );
}

/** Faults in steps, from none to plain. */
const pictures: readonly (readonly [string, () => Promise<Sharp> | Sharp])[] = [
  ...[0.5, 1.5, 2.5, 3, 3.5, 4, 6, 12].map((sigma) => [`blurred by ${sigma}`, () => sharp(page).blur(sigma)] as const),
  ...[30, 60, 85, 90, 110, 200, 255].map(
    (paper) => [`paper of brightness ${paper}`, () => drawnPaper({ paper })] as const,
  ),
  ...[50, 150, 200, 250, 350].map((radius) => [`a reflection of radius ${radius}`, () => reflection(radius)] as const),
  ...[800, 990, 1010].map((height) => [`${height} high`, () => sharp(page).resize({ height })] as const),
];

const plain = new Set([
  'blurred by 6',
  'blurred by 12',
  'paper of brightness 30',
  'paper of brightness 60',
  'a reflection of radius 250',
  'a reflection of radius 350',
  '800 high',
]);

interface Told {
  readonly byPhone: readonly string[];
  readonly byServer: readonly string[];
}

async function told(picture: Sharp): Promise<Told> {
  const sent = await picture.flatten().jpeg({ quality: 90 }).toBuffer();
  const { width, height } = await sharp(sent).metadata();
  const looked = (): Sharp =>
    sharp(sent).resize(server.normalisedSide, server.normalisedSide, { fit: 'inside', withoutEnlargement: true });
  const grey = await looked().greyscale().raw().toBuffer({ resolveWithObject: true });
  const colour = await looked().ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  const { info } = grey;
  return {
    byServer: server.photoFindings(
      { width: info.width, height: info.height, pixels: grey.data },
      Math.max(width, height),
    ),
    byPhone: phone.photoFindings(
      { width: info.width, height: info.height, data: colour.data },
      { sentSide: Math.max(width, height), paper: 'receipt' },
    ),
  };
}

describe('the photo check on the phone', () => {
  it('looks at photos of the size at which the server does', () => {
    assert.equal(phone.LOOKED_AT_SIDE, server.normalisedSide);
  });

  it("says the server's own sentences", () => {
    const { blurred, dark, glare, small } = findingMessages;
    assert.deepEqual(findingWords, { blurred, dark, glare, small });
  });

  it('finds nothing that the server would let pass, and all that is plain', async () => {
    const seen = new Map<string, number>();
    for (const [name, picture] of pictures) {
      const { byPhone, byServer } = await told(await picture());
      const alone = byPhone.filter((finding) => !byServer.includes(finding));
      assert.deepEqual(alone, [], `${name}: told by the phone alone`);
      for (const finding of byPhone) seen.set(finding, (seen.get(finding) ?? 0) + 1);
      if (plain.has(name)) assert.deepEqual(byPhone, byServer, `${name}: left to the server`);
    }
    assert.deepEqual([...seen.keys()].toSorted(), ['blurred', 'dark', 'glare', 'small']);
  });
});
