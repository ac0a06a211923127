import { fileTypeFromBuffer } from 'file-type';

export type PictureFormat = 'jpeg' | 'png' | 'webp' | 'heic';

const formats: Readonly<Record<string, PictureFormat>> = {
  'image/jpeg': 'jpeg',
  'image/png': 'png',
  'image/webp': 'webp',
  // A phone names it .jpg often enough; the brands of one still picture (ISO/IEC 23008-12).
  'image/heic': 'heic',
  'image/heif': 'heic',
};

/**
 * What a file is by its first bytes; its name is not asked. Undefined for all that is no still photo: PDF, SVG and other
 * text, animation (GIF, APNG, HEIC sequences), film.
 */
export async function pictureFormatOf(bytes: Uint8Array): Promise<PictureFormat | undefined> {
  const type = await fileTypeFromBuffer(bytes);
  return type === undefined ? undefined : formats[type.mime];
}
