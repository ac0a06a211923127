import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, test } from 'node:test';
import sharp from 'sharp';
import { drawnPaper } from './drawn-paper.js';
import { examinePicture, type Examined } from './examine-picture.js';
import { heicSample } from './heic-sample.js';

const photo = async (bytes: Buffer, sha256: string | null = null): Promise<Examined> =>
  examinePicture({ bytes, purpose: 'photo', sha256 });
const failureOf = async (bytes: Buffer): Promise<string | null> => (await photo(bytes)).failure;

async function kept(
  bytes: Buffer,
  purpose: 'photo' | 'signature' = 'photo',
): Promise<Extract<Examined, { failure: null }>> {
  const examined = await examinePicture({ bytes, purpose, sha256: null });
  assert.ok(examined.failure === null, `refused: ${examined.failure}`);
  return examined;
}

const isRed = async (picture: Uint8Array, left: number, top: number): Promise<boolean> => {
  const [r = 0, g = 0, b = 0] = await sharp(picture)
    .removeAlpha()
    .extract({ left, top, width: 1, height: 1 })
    .raw()
    .toBuffer();
  return r > 150 && g < 80 && b < 80;
};

const gps = { IFD0: { Make: 'Somebody' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '31/1 50/1 0/1' } };

describe('a file that came in', () => {
  test('is put upright, whatever the camera noted, at full size', async () => {
    const upright = await drawnPaper({ width: 600, height: 800, mark: true }).jpeg().toBuffer();
    const turns = { 1: 0, 3: 180, 6: 270, 8: 90 } as const;
    for (const [orientation, turn] of Object.entries(turns)) {
      const sent = await sharp(upright)
        .rotate(turn)
        .withMetadata({ orientation: Number(orientation) })
        .jpeg()
        .toBuffer();
      const { full, width, height } = await kept(sent);
      assert.deepEqual([width, height], [600, 800], `orientation ${orientation}`);
      assert.ok(await isRed(full, 580, 10), `orientation ${orientation}`);
      assert.equal((await sharp(full).metadata()).orientation, undefined);
    }
  });

  test('keeps neither place nor camera', async () => {
    const sent = await drawnPaper().withExif(gps).jpeg().toBuffer();
    assert.ok((await sharp(sent).metadata()).exif?.includes('Somebody'));
    const { full, thumb } = await kept(sent);
    for (const picture of [full, thumb]) {
      const metadata = await sharp(picture).metadata();
      assert.deepEqual(
        [metadata.exif, metadata.xmp, metadata.iptc, metadata.comments],
        [undefined, undefined, undefined, undefined],
      );
    }
  });

  test('has a thumbnail of 320 pixels, and a photo is kept as JPEG', async () => {
    const { full, thumb } = await kept(await drawnPaper().png().toBuffer());
    assert.equal((await sharp(full).metadata()).format, 'jpeg');
    const { width, height } = await sharp(thumb).metadata();
    assert.deepEqual([width, height], [240, 320]);
  });

  test('a HEIC named otherwise is decoded all the same', async () => {
    const { full, width, height } = await kept(heicSample);
    assert.deepEqual([width, height], [320, 240]);
    assert.ok(await isRed(full, 250, 40));
    assert.equal((await sharp(full).metadata()).exif, undefined);
  });

  test('a signature stays PNG with its transparency, however small', async () => {
    const drawn = await sharp({ create: { width: 300, height: 90, channels: 4, background: '#00000000' } })
      .png()
      .toBuffer();
    const { full } = await kept(drawn, 'signature');
    const { format, hasAlpha, width } = await sharp(full).metadata();
    assert.deepEqual([format, hasAlpha, width], ['png', true, 300]);
  });

  test('the SHA-256 of what was sent is told, and checked when it was announced', async () => {
    const sent = await drawnPaper().jpeg().toBuffer();
    const sha256 = createHash('sha256').update(sent).digest('hex');
    assert.equal((await kept(sent)).sha256, sha256);
    assert.equal((await photo(sent, sha256)).failure, null);
    assert.equal(
      (
        await photo(
          sent,
          sha256.replace(/^./, (c) => (c === '0' ? '1' : '0')),
        )
      ).failure,
      'upload-broken',
    );
  });

  test('is refused when it is no still photo, whatever its name', async () => {
    const frame = await drawnPaper({ width: 300, height: 300 }).png().toBuffer();
    const others: Record<string, Buffer> = {
      pdf: Buffer.from('%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n'),
      svg: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="900" height="900"><script>x()</script></svg>'),
      'svg in disguise': Buffer.from('<?xml version="1.0"?><!-- \xff\xd8\xff --><svg width="900" height="900"/>'),
      html: Buffer.from('<!doctype html><script>alert(1)</script>'),
      zip: Buffer.from('PK\x03\x04aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'),
      gif: await sharp(frame).gif().toBuffer(),
      'animated webp': await sharp([frame, await sharp(frame).negate().png().toBuffer()], { join: { animated: true } })
        .webp({ loop: 0, delay: 100 })
        .toBuffer(),
      tiff: await sharp(frame).tiff().toBuffer(),
      text: Buffer.from('hello'),
      zeros: Buffer.alloc(4096),
    };
    for (const [name, bytes] of Object.entries(others)) {
      assert.equal(await failureOf(bytes), 'upload-not-a-photo', name);
    }
  });

  test('is refused as broken when its end is missing or its inside is noise', async () => {
    const jpeg = await drawnPaper().jpeg().toBuffer();
    const png = await drawnPaper().png().toBuffer();
    const webp = await drawnPaper().webp().toBuffer();
    for (const [name, bytes] of Object.entries({ jpeg, png, webp, heic: heicSample })) {
      for (const share of [0.3, 0.6, 0.95]) {
        assert.equal(
          await failureOf(bytes.subarray(0, Math.floor(bytes.length * share))),
          'upload-broken',
          `${name} ${share}`,
        );
      }
    }
    const behindHeader = Buffer.concat([jpeg.subarray(0, 20), Buffer.from('<script>alert(1)</script>'.repeat(50))]);
    assert.equal(await failureOf(behindHeader), 'upload-broken');
  });

  test('a script behind a whole photo is not kept', async () => {
    const sent = Buffer.concat([await drawnPaper().jpeg().toBuffer(), Buffer.from('<script>alert(1)</script>')]);
    assert.equal(Buffer.from((await kept(sent)).full).includes('<script>'), false);
  });

  test('is refused when it has too many pixels or too few', async () => {
    const bomb = await sharp({ create: { width: 10_000, height: 5_001, channels: 3, background: '#fff' } })
      .png({ compressionLevel: 9 })
      .toBuffer();
    assert.ok(bomb.length < 1_000_000);
    assert.equal(await failureOf(bomb), 'upload-dimensions');
    assert.equal(await failureOf(await drawnPaper({ width: 900, height: 199 }).jpeg().toBuffer()), 'upload-dimensions');
    assert.equal(await failureOf(await drawnPaper({ width: 900, height: 200 }).jpeg().toBuffer()), null);
  });
});
