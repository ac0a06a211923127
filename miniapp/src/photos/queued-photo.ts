import Taro from '@tarojs/taro';
import type { KeptFile } from './kept-file';
import type { PhoneFinding } from './photo-findings';

/** A photo that was taken and is not yet part of its case. */
export interface QueuedPhoto {
  readonly id: string;
  readonly file: KeptFile;
  readonly caseId: string;
  /** Who took it, masked: another person's photos are never sent by this one. */
  readonly person: string;
  /** What it is a page of: a material, or a receipt in the form. */
  readonly place: PhotoPlace;
  /** Kind of paper that was asked for. */
  readonly paper: string | null;
  /** Where the server receives it, once it was told. */
  readonly upload: string | null;
  readonly sent: number;
  /** `asked`: kept back until the person says whether it is sent as it is. */
  readonly state: 'asked' | 'waiting' | 'sending' | 'received' | 'failed';
  /** What the phone saw wrong with it; absent where an earlier version of the app took it. */
  readonly findings?: readonly PhoneFinding[];
  /** What to do about a failed one. */
  readonly problem: string | null;
}

export type PhotoPlace =
  | {
      readonly kind: 'material';
      readonly material: string;
      readonly alternative: string;
      /** The received photo that it takes the place of. */
      readonly replaces: string | null;
    }
  | { readonly kind: 'receipt'; readonly question: string };

const STORAGE_KEY = 'yiban.photos';

/** Photos of an earlier run; one that was being sent then waits again. */
export function rememberedPhotos(): readonly QueuedPhoto[] {
  const stored: unknown = Taro.getStorageSync(STORAGE_KEY);
  if (!Array.isArray(stored)) return [];
  return stored
    .filter(isQueuedPhoto)
    .map((photo) => (photo.state === 'sending' ? { ...photo, state: 'waiting' } : photo));
}

export function rememberPhotos(photos: readonly QueuedPhoto[]): void {
  if (photos.length === 0) Taro.removeStorageSync(STORAGE_KEY);
  else Taro.setStorageSync(STORAGE_KEY, photos);
}

function isQueuedPhoto(value: unknown): value is QueuedPhoto {
  return (
    typeof value === 'object' &&
    value !== null &&
    'id' in value &&
    'file' in value &&
    'place' in value &&
    'state' in value
  );
}
