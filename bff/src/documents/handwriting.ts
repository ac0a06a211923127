/** Handwriting from a signing page, made ready for paper. */
import sharp from 'sharp';

/**
 * PNG of the strokes alone, dark on white: without the empty room around them and without transparency, which pdfkit
 * would unpack beside the drawing and write at a moment of its own, so that no two files were alike.
 */
export async function handwritingForPaper(png: Uint8Array): Promise<Buffer> {
  return sharp(png, { limitInputPixels: 16_000_000 })
    .flatten({ background: '#ffffff' })
    .trim({ threshold: 20 })
    .resize({ width: 900, height: 300, fit: 'inside', withoutEnlargement: true })
    .toColourspace('b-w')
    .png({ compressionLevel: 9, adaptiveFiltering: false })
    .toBuffer();
}
