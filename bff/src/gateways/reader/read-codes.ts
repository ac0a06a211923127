import jsqr from 'jsqr';
import type { Pixels } from './pixels.js';

/** Longer side at which a QR code is looked for: its modules are then 3 pixels and more on a receipt. */
const side = 1300;

/** What the QR codes of a picture say; jsqr finds one, which on a receipt is its own. */
export function readCodes({ data, width, height }: Pixels): readonly string[] {
  const step = Math.max(1, Math.round(Math.max(width, height) / side));
  const [w, h] = [Math.floor(width / step), Math.floor(height / step)];
  const rgba = new Uint8ClampedArray(w * h * 4);
  for (let y = 0; y < h; y += 1) {
    for (let x = 0; x < w; x += 1) {
      const [from, to] = [(y * step * width + x * step) * 3, (y * w + x) * 4];
      for (let plane = 0; plane < 3; plane += 1) rgba[to + plane] = data[from + plane] ?? 0;
      rgba[to + 3] = 255;
    }
  }
  const found = jsqr.default(rgba, w, h, { inversionAttempts: 'dontInvert' });
  return found === null || found.data === '' ? [] : [found.data];
}
