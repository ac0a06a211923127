/** Reads a QR code off the picture of a screen, as another phone's camera would. */
import { createRequire } from 'node:module';
import path from 'node:path';
import sharp from 'sharp';

type JsQr = (pixels: Uint8ClampedArray, width: number, height: number) => { readonly data: string } | null;
// The one that the browser build scans with; it is a package of the mini-program alone.
const jsQr: JsQr = createRequire(path.join(import.meta.dirname, '../miniapp/package.json'))('jsqr');

/** Throws where the picture holds none. */
export async function readQr(picture: Buffer): Promise<string> {
  const { data, info } = await sharp(picture).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  const found = jsQr(new Uint8ClampedArray(data), info.width, info.height);
  if (found === null) throw new Error('no QR code is to be seen');
  return found.data;
}
