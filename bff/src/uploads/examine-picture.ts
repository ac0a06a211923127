import { createHash } from 'node:crypto';
import type { FileFinding } from '@yiban/shared-types/cases';
import sharp, { type OutputInfo, type Sharp, type SharpOptions } from 'sharp';
import type { Corners, Trim } from '@yiban/shared-types/uploads';
import { flattened } from './flattened.js';
import { paperCorners } from './paper-corners.js';
import { photoFindings, normalisedSide } from './photo-findings.js';
import type { PictureFailure } from './picture-failures.js';
import { pictureFormatOf } from './picture-kind.js';
import type { UploadPurpose } from './upload.entity.js';

export interface PictureAsked {
  readonly bytes: Uint8Array;
  readonly purpose: UploadPurpose;
  /** As announced, hex. */
  readonly sha256: string | null;
  /** Of a photo that is here already: to be cut to its paper. */
  readonly trim?: Trim;
}

export type Examined =
  | { readonly failure: PictureFailure }
  | {
      readonly failure: null;
      /** Upright, at full size, without EXIF: JPEG for a photo, PNG for a signature. */
      readonly full: Uint8Array;
      readonly thumb: Uint8Array;
      readonly width: number;
      readonly height: number;
      readonly findings: readonly FileFinding[];
      /** Where the edges of the paper seem to be. */
      readonly edges: Corners | null;
      /** Of what was sent, hex. */
      readonly sha256: string;
    };

/** 50 megapixels, the largest that phones make without being asked to; 200 MB once decoded. */
const mostPixels = 50_000_000;
/** Shorter side of a photo in pixels: below it nothing can be read. A signature may be small. */
const leastPhotoSide = 200;
const thumbnailSide = 320;
/** Optimised coding would hold the whole picture a second time (300 MB at the limit) for a twentieth less of a file. */
const keptAs = { quality: 88, optimiseCoding: false } as const;

/** Decides by content, decodes, checks, and makes what is kept. Nothing of what was sent is kept as sent. */
export async function examinePicture({ bytes, purpose, sha256, trim }: PictureAsked): Promise<Examined> {
  const actual = createHash('sha256').update(bytes).digest('hex');
  if (sha256 !== null && sha256 !== actual) return { failure: 'upload-broken' };
  // A table is read where the question that it answers is known; here only that it is an archive, as every .xlsx.
  if (purpose === 'table') {
    if (!isZipArchive(bytes)) return { failure: 'upload-not-a-table' };
    return {
      failure: null,
      full: bytes,
      thumb: new Uint8Array(),
      width: 0,
      height: 0,
      findings: [],
      edges: null,
      sha256: actual,
    };
  }
  const source = await sourceOf(bytes);
  if (typeof source === 'string') return { failure: source };
  const shorterSide = Math.min(source.width, source.height);
  if (purpose === 'photo' && shorterSide < leastPhotoSide) return { failure: 'upload-dimensions' };
  try {
    const kept = await (purpose === 'photo' ? photo(source, trim) : signature(source));
    return { failure: null, ...kept, sha256: actual };
  } catch {
    // libvips names no kinds of errors: with a format that it knows and a size that it takes, what fails is the file.
    return { failure: 'upload-broken' };
  }
}

/** By the first bytes of a ZIP archive that is not empty. */
function isZipArchive(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04;
}

interface PictureSource {
  /** A fresh decoder, upright. */
  readonly open: () => Sharp;
  readonly width: number;
  readonly height: number;
}

async function sourceOf(bytes: Uint8Array): Promise<PictureSource | PictureFailure> {
  const format = await pictureFormatOf(bytes);
  if (format === undefined) return 'upload-not-a-photo';
  return format === 'heic' ? heicSource(bytes) : sharpSource(bytes);
}

async function sharpSource(bytes: Uint8Array): Promise<PictureSource | PictureFailure> {
  // 'error' refuses what is cut off, and lets pass what phones get slightly wrong.
  const options: SharpOptions = { limitInputPixels: mostPixels, failOn: 'error', sequentialRead: true };
  try {
    const { width, height, pages = 1 } = await sharp(bytes, { failOn: 'error', limitInputPixels: false }).metadata();
    if (pages > 1) return 'upload-not-a-photo';
    if (width * height > mostPixels) return 'upload-dimensions';
    return { open: () => sharp(bytes, options).autoOrient(), width, height };
  } catch {
    return 'upload-broken';
  }
}

/** HEIC, which sharp does not read for want of a patent licence; libheif turns it upright itself. */
async function heicSource(bytes: Uint8Array): Promise<PictureSource | PictureFailure> {
  // Few phones send it, and its decoder is large.
  const { default: decodeHeic } = await import('heic-decode');
  try {
    const pictures = await decodeHeic.all({ buffer: bytes });
    try {
      const [first] = pictures;
      if (first === undefined) return 'upload-broken';
      const { width, height } = first;
      if (width * height > mostPixels) return 'upload-dimensions';
      const { data } = await first.decode();
      return { open: () => sharp(data, { raw: { width, height, channels: 4 } }), width, height };
    } finally {
      pictures.dispose();
    }
  } catch {
    return 'upload-broken';
  }
}

type Kept = Omit<Extract<Examined, { failure: null }>, 'failure' | 'sha256'>;

/** Decoded once, which costs half of all, and everything made from that. */
async function photo({ open }: PictureSource, trim: Trim | undefined): Promise<Kept> {
  const whole = await decoded(open().flatten({ background: '#ffffff' }).toColourspace('srgb'));
  const upright = trim === undefined ? whole : await trimmed(whole, trim);
  const { width, height } = upright.info;
  const [full, small] = await Promise.all([
    sharp(upright.data, { raw: upright.info }).jpeg(keptAs).toBuffer(),
    decoded(
      sharp(upright.data, { raw: upright.info }).resize(normalisedSide, normalisedSide, {
        fit: 'inside',
        withoutEnlargement: true,
      }),
    ),
  ]);
  const [thumb, grey] = await Promise.all([
    sharp(small.data, { raw: small.info })
      .resize(thumbnailSide, thumbnailSide, { fit: 'inside' })
      .jpeg({ quality: 80 })
      .toBuffer(),
    decoded(sharp(small.data, { raw: small.info }).greyscale()),
  ]);
  const looked = { width: grey.info.width, height: grey.info.height, pixels: grey.data };
  return {
    full,
    thumb,
    width,
    height,
    findings: photoFindings(looked, Math.max(width, height)),
    edges: trim === undefined ? paperCorners(looked) : null,
  };
}

interface Decoded {
  readonly data: Buffer;
  readonly info: OutputInfo;
}

async function trimmed({ data, info }: Decoded, { corners, turn }: Trim): Promise<Decoded> {
  const { width, height, channels } = info;
  const flat = corners === null ? { data, width, height } : flattened({ data, width, height, channels }, corners);
  return decoded(sharp(flat.data, { raw: { width: flat.width, height: flat.height, channels } }).rotate(turn));
}

async function decoded(picture: Sharp): Promise<Decoded> {
  return picture.raw().toBuffer({ resolveWithObject: true });
}

async function signature({ open }: PictureSource): Promise<Kept> {
  const [full, thumb] = await Promise.all([
    open().png().toBuffer({ resolveWithObject: true }),
    open().resize(thumbnailSide, thumbnailSide, { fit: 'inside', withoutEnlargement: true }).png().toBuffer(),
  ]);
  return { full: full.data, thumb, width: full.info.width, height: full.info.height, findings: [], edges: null };
}
