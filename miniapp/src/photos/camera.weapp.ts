/** Photos from the phone's camera or album, made no larger than needed and kept. Interface shared with camera.h5.ts. */
import Taro from '@tarojs/taro';
import { keepTemporary } from './photo-files';
import { LONGEST_SIDE } from './kept-file';
import type { KeptFile, Picker } from './kept-file';

/** `chooseMedia` gives nine at most. */
const MOST_AT_ONCE = 9;
/** JPEG quality of a photo that was made smaller. */
const QUALITY = 90;

/** None when the person changed their mind. */
export async function takePhotos({ from, most }: Picker): Promise<readonly KeptFile[]> {
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
  return Promise.all(chosen.map(async ({ tempFilePath }) => keepTemporary(await downscaled(tempFilePath))));
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
