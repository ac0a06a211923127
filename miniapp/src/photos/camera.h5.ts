/** Photos from the browser's camera or album, made no larger than needed and kept. Interface shared with camera.weapp.ts. */
import { keepBytes } from './photo-files';
import { LONGEST_SIDE } from './kept-file';
import type { KeptFile, Picker } from './kept-file';

/** JPEG quality of a photo that was made smaller. */
const QUALITY = 0.9;

/** None when the person changed their mind. */
export async function takePhotos({ from, most }: Picker): Promise<readonly KeptFile[]> {
  const chosen = (await chooseFiles(from)).slice(0, most);
  return Promise.all(chosen.map(async (file) => keepBytes(await (await downscaled(file)).arrayBuffer())));
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

/** What the browser can't open (HEIC), or what is small enough, is sent as it is; the server converts. */
async function downscaled(file: Blob): Promise<Blob> {
  let picture: ImageBitmap;
  try {
    picture = await createImageBitmap(file);
  } catch {
    return file;
  }
  const scale = LONGEST_SIDE / Math.max(picture.width, picture.height);
  if (scale >= 1) return file;
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(picture.width * scale);
  canvas.height = Math.round(picture.height * scale);
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  return new Promise((resolve) => canvas.toBlob((smaller) => resolve(smaller ?? file), 'image/jpeg', QUALITY));
}
