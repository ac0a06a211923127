import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import sharp from 'sharp';
import { handwritingForPaper } from './handwriting.js';
import { signaturePng } from './testing/signature.js';

describe('handwriting for paper', () => {
  it('is opaque, grey and no larger than its strokes', async () => {
    const { hasAlpha, channels, width, height } = await sharp(
      await handwritingForPaper(await signaturePng()),
    ).metadata();
    assert.deepEqual([hasAlpha, channels], [false, 1]);
    assert.ok(width < 600 && height < 200);
  });

  it('takes an empty picture as it is', async () => {
    const blank = await sharp({ create: { width: 60, height: 20, channels: 4, background: '#ffffff00' } })
      .png()
      .toBuffer();
    const { width, height } = await sharp(await handwritingForPaper(new Uint8Array(blank))).metadata();
    assert.deepEqual([width, height], [60, 20]);
  });
});
