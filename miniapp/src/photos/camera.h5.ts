/** Photos from the browser's camera or album, made no larger than needed and kept. Interface shared with camera.weapp.ts. */
import { keepBytes } from './photo-files';
import { LONGEST_SIDE } from './kept-file';
import type { Picker, TakenPhoto } from './kept-file';
import { LOOKED_AT_SIDE, photoFindings } from './photo-findings';
import type { PhoneFinding, Taken } from './photo-findings';

/** JPEG quality of a photo that was made smaller. */
const QUALITY = 0.9;

/** None when the person changed their mind. */
export async function takePhotos({ from, most, paper }: Picker): Promise<readonly TakenPhoto[]> {
  const taken: TakenPhoto[] = [];
  // One after the other: a photo of 12 megapixels takes 48 MB of a phone's memory while it is looked at.
  for (const file of (await chooseFiles(from)).slice(0, most)) {
    const { toSend, findings } = await prepared(file, paper);
    taken.push({ ...(await keepBytes(await toSend.arrayBuffer())), findings });
  }
  return taken;
}

function chooseFiles(from: Picker['from']): Promise<readonly File[]> {
  return new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = 'image/*,.heic,.heif';
    if (from === 'camera') input.setAttribute('capture', 'environment');
    else input.multiple = true;
    input.hidden = true;
    // Some browsers lose the answer of an input that is not in the page.
    document.body.append(input);
    const end = (files: readonly File[]) => {
      input.remove();
      resolve(files);
    };
    input.addEventListener('change', () => end(Array.from(input.files ?? [])));
    input.addEventListener('cancel', () => end([]));
    input.click();
  });
}

interface Prepared {
  readonly toSend: Blob;
  readonly findings: readonly PhoneFinding[];
}

/** What the browser can't open (HEIC), or what is small enough, is sent as it is; the server converts and checks. */
async function prepared(file: Blob, paper: string | null): Promise<Prepared> {
  let picture: ImageBitmap;
  try {
    picture = await createImageBitmap(file);
  } catch {
    return { toSend: file, findings: [] };
  }
  try {
    const longest = Math.max(picture.width, picture.height);
    return {
      toSend: longest > LONGEST_SIDE ? await jpegOf(drawn(picture, LONGEST_SIDE), file) : file,
      findings: findingsOf(picture, { sentSide: Math.min(longest, LONGEST_SIDE), paper }),
    };
  } finally {
    picture.close();
  }
}

function findingsOf(picture: ImageBitmap, taken: Taken): readonly PhoneFinding[] {
  try {
    const canvas = drawn(picture, LOOKED_AT_SIDE);
    const seen = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height);
    return seen === undefined ? [] : photoFindings(seen, taken);
  } catch {
    // No memory for a second canvas, or a browser that gives no pixels: the server will tell.
    return [];
  }
}

function drawn(picture: ImageBitmap, longestSide: number): HTMLCanvasElement {
  const scale = Math.min(1, longestSide / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(picture.width * scale);
  canvas.height = Math.round(picture.height * scale);
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('the browser gives no canvas');
  context.imageSmoothingQuality = 'high';
  context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return canvas;
}

function jpegOf(canvas: HTMLCanvasElement, otherwise: Blob): Promise<Blob> {
  return new Promise((resolve) => canvas.toBlob((blob) => resolve(blob ?? otherwise), 'image/jpeg', QUALITY));
}
