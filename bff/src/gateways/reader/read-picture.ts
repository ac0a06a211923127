import sharp from 'sharp';
import type { PictureText, TextLine } from '../../reading/text-line.js';
import { cutHeight, cutOut } from './cut-out.js';
import { turned, withoutSeals, type Pixels } from './pixels.js';
import { readCodes } from './read-codes.js';
import { joined, type TextBox } from './text-box.js';
import type { TextModels } from './text-models.js';
import { textRegions } from './text-regions.js';

/** Longer side at which text is looked for: 8-point print on A4 is then 11 pixels high, which the model still finds. */
const searchSide = 1280;
/** The same for a glance at which way the lines run. */
const glanceSide = 640;
/** Longer side at which text is read. More pixels say no more at 48 rows a line. */
const readSide = 2600;
/** 50 megapixels, as for uploads. */
const mostPixels = 50_000_000;
/** How many lines vote on which way up a picture is. */
const voters = 12;
/** Widest cut-out: a line of 80 characters. */
const widest = 2400;

// Every picture is another one: what libvips remembers is of no use.
sharp.cache(false);

/** All text on a picture, whichever way up it is. `seekCodes`: QR codes too. */
export async function readPicture(models: TextModels, bytes: Uint8Array, seekCodes: boolean): Promise<PictureText> {
  const asSent = withoutSeals(await decoded(bytes));
  const levelling = levelled(models, asSent);
  // While the models work on the other core.
  const codes = seekCodes ? readCodes(asSent) : [];
  const { level, found, quarter } = await levelling;
  const onHead = await standsOnHead(models, level, found);
  const picture = onHead ? turned(level, 180) : level;
  // Text that stands on its head is found as well as any.
  const boxes = onHead ? found.map((box) => ({ ...box, x: level.width - box.x, y: level.height - box.y })) : found;
  return {
    lines: await linesIn(models, picture, boxes),
    codes,
    atTheEdge: boxes.filter((box) => runsOver(picture, box)).length,
    turned: onHead ? (quarter ? 270 : 180) : quarter ? 90 : 0,
  };
}

/** With its lines level, by a quarter turn where they ran up or down; they may stand on their heads. */
async function levelled(
  models: TextModels,
  asSent: Pixels,
): Promise<{ readonly level: Pixels; readonly found: readonly TextBox[]; readonly quarter: boolean }> {
  const quarter = runsUpOrDown(await boxesOn(models, asSent, glanceSide));
  const level = quarter ? turned(asSent, 90) : asSent;
  const found = await boxesOn(models, level, searchSide);
  if (!runsUpOrDown(found)) return { level, found, quarter };
  // At a glance small print in columns looks like lines across them.
  const other = turned(level, quarter ? 270 : 90);
  return { level: other, found: await boxesOn(models, other, searchSide), quarter: !quarter };
}

async function decoded(bytes: Uint8Array): Promise<Pixels> {
  const { data, info } = await sharp(bytes, { limitInputPixels: mostPixels })
    .autoOrient()
    .resize(readSide, readSide, { fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}

async function boxesOn(models: TextModels, { data, width, height }: Pixels, side: number): Promise<readonly TextBox[]> {
  const scale = Math.min(1, side / Math.max(width, height));
  const small = await sharp(data, { raw: { width, height, channels: 3 } })
    .resize(toMultiple(width * scale), toMultiple(height * scale), { fit: 'fill' })
    .raw()
    .toBuffer({ resolveWithObject: true });
  const map = await models.findText({ data: small.data, width: small.info.width, height: small.info.height });
  const [sx, sy] = [width / map.width, height / map.height];
  const across = (sx + sy) / 2;
  return joined(textRegions(map)).map((box) => ({
    x: box.x * sx,
    y: box.y * sy,
    along: box.along * across,
    across: box.across * across,
    angle: box.angle,
  }));
}

const toMultiple = (side: number): number => Math.max(32, Math.round(side / 32) * 32);

const isUpright = ({ angle }: TextBox): boolean => Math.abs(angle) > Math.PI / 4;

const isLong = ({ along, across }: TextBox): boolean => along > across * 2;

function runsUpOrDown(boxes: readonly TextBox[]): boolean {
  const area = (list: readonly TextBox[]): number => list.reduce((sum, { along, across }) => sum + along * across, 0);
  const long = boxes.filter(isLong);
  return area(long.filter(isUpright)) > area(long) / 2;
}

/** What most of the longest texts say. */
async function standsOnHead(models: TextModels, picture: Pixels, boxes: readonly TextBox[]): Promise<boolean> {
  const long = boxes.filter((box) => isLong(box) && !isUpright(box)).toSorted((a, b) => b.along - a.along);
  const asked = long.slice(0, voters);
  let votes = 0;
  for (const [index, box] of asked.entries()) {
    // Those who are left can't change it.
    if (Math.abs(votes) > asked.length - index) break;
    votes += (await models.upsideDown(headOf(picture, box))) > 0.5 ? 1 : -1;
  }
  return votes > 0;
}

/** Whether a text runs into the edge: what comes after it is not on the picture. */
function runsOver({ width, height }: Pixels, { x, y, along, across, angle }: TextBox): boolean {
  const [reachX, reachY] = [
    (along * Math.abs(Math.cos(angle)) + across * Math.abs(Math.sin(angle))) / 2,
    (along * Math.abs(Math.sin(angle)) + across * Math.abs(Math.cos(angle))) / 2,
  ];
  const margin = across * 0.15;
  return x - reachX < margin || y - reachY < margin || x + reachX > width - margin || y + reachY > height - margin;
}

/** The first part of a text, in the shape that the direction model wants. */
function headOf(picture: Pixels, box: TextBox): ReturnType<typeof cutOut> {
  const along = Math.min(box.along, box.across * 4);
  const shift = (along - box.along) / 2;
  const head = { ...box, along, x: box.x + shift * Math.cos(box.angle), y: box.y + shift * Math.sin(box.angle) };
  return cutOut(picture, head, Math.max(8, Math.round((cutHeight * along) / box.across)), 192);
}

async function linesIn(models: TextModels, picture: Pixels, boxes: readonly TextBox[]): Promise<readonly TextLine[]> {
  const flat = boxes.filter((box) => !isUpright(box) || box.along < box.across * 1.5);
  const slant = median(flat.filter(({ along, across }) => along > across * 3).map(({ angle }) => angle));
  const [cos, sin] = [Math.cos(-slant), Math.sin(-slant)];
  const unit = 1000 / Math.max(picture.width, picture.height);
  const lines: TextLine[] = [];
  const waiting = [...flat];
  const readOn = async (): Promise<void> => {
    for (let found = waiting.pop(); found !== undefined; found = waiting.pop()) {
      const box = isUpright(found) ? { ...found, along: found.across, across: found.along, angle: slant } : found;
      const wide = Math.min(widest, Math.max(16, Math.ceil((cutHeight * box.along) / box.across / 8) * 8));
      const { text, confidences } = await models.recognise(cutOut(picture, box, wide));
      if (text.trim() === '') continue;
      const [x, y] = [box.x * cos - box.y * sin, box.x * sin + box.y * cos];
      lines.push({
        text,
        confidences,
        left: (x - box.along / 2) * unit,
        top: (y - box.across / 2) * unit,
        width: box.along * unit,
        height: box.across * unit,
      });
    }
  };
  // Two lines at a time, each on one core: shared out, one line takes a third more.
  await Promise.all([readOn(), readOn()]);
  return lines.toSorted((a, b) => a.top - b.top || a.left - b.left);
}

/** 0 for none. */
function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
