/** Reads the QR code in a photo or a screenshot; null when there is none to be found. */
import { decodeQr } from './decode-qr';

/** A code can be small in a large photo or blurred in detail: try several sizes, the likeliest first. */
const LONGEST_SIDES = [1000, 1800, 500];

export async function scanPhoto(file: Blob): Promise<string | null> {
  const picture = await pictureOf(file);
  if (!picture) return null;
  for (const side of LONGEST_SIDES) {
    const text = await decodeAt(picture, side);
    if (text) return text;
  }
  return null;
}

function pictureOf(file: Blob): Promise<HTMLImageElement | null> {
  const url = URL.createObjectURL(file);
  return new Promise((resolve) => {
    const image = new Image();
    const done = (result: HTMLImageElement | null) => {
      URL.revokeObjectURL(url);
      resolve(result);
    };
    image.addEventListener('load', () => done(image));
    image.addEventListener('error', () => done(null));
    image.src = url;
  });
}

async function decodeAt(picture: HTMLImageElement, side: number): Promise<string | null> {
  const scale = Math.min(1, side / Math.max(picture.naturalWidth, picture.naturalHeight));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(picture.naturalWidth * scale));
  canvas.height = Math.max(1, Math.round(picture.naturalHeight * scale));
  const context = canvas.getContext('2d');
  if (!context) return null;
  context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return decodeQr(context.getImageData(0, 0, canvas.width, canvas.height));
}
