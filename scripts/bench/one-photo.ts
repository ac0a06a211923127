/** What a photo of 12 megapixels costs from its last byte to what is kept, against sharp alone on the same photo. */
import { randomBytes } from 'node:crypto';
import sharp from 'sharp';
import { goodPhotos } from '../papers/paper-set.ts';
import { atMost, withoutGoal, type Figure } from './figure.ts';

const rounds = 7;
const goal = 1.5;

interface Deeds {
  /** Checked, made upright, without EXIF, with its thumbnail. */
  readonly examine: (bytes: Uint8Array) => Promise<{ readonly full: Uint8Array; readonly thumb: Uint8Array }>;
  readonly seal: (picture: Uint8Array) => Buffer;
}

export async function measureOnePhoto({ examine, seal }: Deeds): Promise<readonly Figure[]> {
  const photo = await largePhoto();
  const ours = async (): Promise<void> => {
    const { full, thumb } = await examine(photo);
    [full, thumb].forEach(seal);
  };
  const alone = async (): Promise<void> => {
    const picture = sharp(photo).autoOrient();
    await Promise.all([
      picture.clone().jpeg({ quality: 88 }).toBuffer(),
      picture.clone().resize(320, 320, { fit: 'inside' }).jpeg({ quality: 80 }).toBuffer(),
    ]);
  };
  const [own, bare]: [number[], number[]] = [[], []];
  // In turns, so that whatever else the machine does falls on both.
  for (let round = 0; round <= rounds; round += 1) {
    own.push(await secondsOf(ours));
    bare.push(await secondsOf(alone));
  }
  // The first round is for warming up.
  const [ownSeconds, bareSeconds] = [median(own.slice(1)), median(bare.slice(1))];
  return [
    withoutGoal('12 MP, received to kept', ownSeconds, 's'),
    withoutGoal('12 MP, sharp alone', bareSeconds, 's'),
    atMost('12 MP, received to kept against sharp alone', ownSeconds / bareSeconds, '×', goal),
  ];
}

async function largePhoto(): Promise<Buffer> {
  const [paper] = goodPhotos(2026, 1);
  if (paper === undefined) throw new Error('there is no first photo');
  return sharp(await paper.take())
    .resize(3000, 4000, { fit: 'fill' })
    .jpeg({ quality: 92 })
    .withExif({ IFD0: { Make: randomBytes(8).toString('hex') } })
    .toBuffer();
}

async function secondsOf(deed: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await deed();
  return (performance.now() - start) / 1000;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
