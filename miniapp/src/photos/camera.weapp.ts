/** Photos from the phone's camera or album, made no larger than needed and kept. Interface shared with camera.h5.ts. */
import Taro from '@tarojs/taro';
import { keepTemporary } from './photo-files';
import { LONGEST_SIDE } from './kept-file';
import type { Picker, TakenPhoto } from './kept-file';
import { LOOKED_AT_SIDE, photoFindings } from './photo-findings';
import type { LookedAt, PhoneFinding } from './photo-findings';

/** `chooseMedia` gives nine at most. */
const MOST_AT_ONCE = 9;
/** JPEG quality of a photo that was made smaller. */
const QUALITY = 90;

/** None when the person changed their mind. */
export async function takePhotos({ from, most, paper }: Picker): Promise<readonly TakenPhoto[]> {
  let chosen: readonly { readonly tempFilePath: string }[];
  try {
    const { tempFiles } = await Taro.chooseMedia({
      count: Math.min(most, MOST_AT_ONCE),
      mediaType: ['image'],
      sourceType: [from],
      sizeType: ['original'],
    });
    chosen = tempFiles;
  } catch {
    return [];
  }
  const taken: TakenPhoto[] = [];
  // One after the other: a photo of 12 megapixels takes 48 MB of a phone's memory while it is looked at.
  for (const { tempFilePath } of chosen) {
    const toSend = await downscaled(tempFilePath);
    const findings = await findingsOf(toSend, paper);
    taken.push({ ...(await keepTemporary(toSend)), findings });
  }
  return taken;
}

/** What WeChat can't open, or what is small enough, is sent as it is; the server converts. */
async function downscaled(path: string): Promise<string> {
  try {
    const { width, height } = await Taro.getImageInfo({ src: path });
    if (Math.max(width, height) <= LONGEST_SIDE) return path;
    const scale = LONGEST_SIDE / Math.max(width, height);
    const smaller = await Taro.compressImage({
      src: path,
      quality: QUALITY,
      compressedWidth: Math.round(width * scale),
      compressedHeight: Math.round(height * scale),
    });
    return smaller.tempFilePath;
  } catch {
    return path;
  }
}

/** None where WeChat has no canvas off the screen (base library below 2.16.1), or can't open the photo: the server tells. */
async function findingsOf(path: string, paper: string | null): Promise<readonly PhoneFinding[]> {
  if (!Taro.canIUse('createOffscreenCanvas')) return [];
  try {
    const { width, height } = await Taro.getImageInfo({ src: path });
    const longest = Math.max(width, height);
    const scale = Math.min(1, LOOKED_AT_SIDE / longest);
    const size = { width: Math.round(width * scale), height: Math.round(height * scale) };
    const canvas = Taro.createOffscreenCanvas({ type: '2d', ...size });
    const picture = canvas.createImage();
    await new Promise<void>((resolve, reject) => {
      const fails = () => reject(new Error('WeChat did not open the photo'));
      // An image of WeChat's has no addEventListener; `src` last, which begins it.
      Object.assign(picture, { onload: () => resolve(), onerror: fails, src: path });
    });
    const context = canvas.getContext('2d');
    if (!isPainter(context)) return [];
    context.drawImage(picture, 0, 0, size.width, size.height);
    return photoFindings(context.getImageData(0, 0, size.width, size.height), { sentSide: longest, paper });
  } catch {
    return [];
  }
}

/** What is used of a canvas's context, which Taro leaves untyped. */
interface Painter {
  drawImage(picture: object, left: number, top: number, width: number, height: number): void;
  getImageData(left: number, top: number, width: number, height: number): LookedAt;
}

function isPainter(context: object): context is Painter {
  return 'drawImage' in context && 'getImageData' in context;
}
