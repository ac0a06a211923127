/** The set that the reader is measured on: drawn papers, photographed well or badly, each the same for the same seed. */
import type { FileFinding } from '@yiban/shared-types/cases';
import type { ReadablePaper } from '@yiban/shared-types/reading';
import type { DrawnPaper } from './drawn-paper.ts';
import { drawDiagnosisCertificate, drawDischargeRecord, drawExpenseList } from './layouts/hospital-papers.ts';
import {
  drawBankCard,
  drawHouseholdPage,
  drawIdentityEmblem,
  drawIdentityPortrait,
} from './layouts/identity-papers.ts';
import { drawOtherPaper } from './layouts/other-papers.ts';
import { drawReceipt } from './layouts/receipt.ts';
import { photographed, usualShot, type Shot } from './photographed.ts';
import { SeededRandom } from './seeded-random.ts';

export interface PhotographedPaper {
  readonly id: string;
  /** The paper that was asked for. */
  readonly asked: ReadablePaper;
  /** What stands on it. */
  readonly fields: Readonly<Record<string, string | number>>;
  readonly shot: Shot;
  /** What is wrong with the photo; null for a good one. */
  readonly fault: FileFinding | null;
  readonly take: () => Promise<Buffer>;
}

/** Half of the set are receipts: they are what people are paid by. */
const layouts: readonly ((random: SeededRandom) => DrawnPaper)[] = [
  drawReceipt,
  drawExpenseList,
  drawReceipt,
  drawDischargeRecord,
  drawReceipt,
  drawDiagnosisCertificate,
  drawReceipt,
  drawIdentityPortrait,
  drawReceipt,
  drawHouseholdPage,
  drawReceipt,
  drawBankCard,
  drawReceipt,
  drawIdentityEmblem,
];

export function goodPhotos(seed: number, count: number): readonly PhotographedPaper[] {
  return Array.from({ length: count }, (_, i) => {
    const random = new SeededRandom(seed * 100_003 + i);
    const paper = (layouts[i % layouts.length] ?? drawReceipt)(random);
    return taken(`good-${i}`, paper, usualShot(random), null, random);
  });
}

const faults: readonly FileFinding[] = ['blurred', 'dark', 'glare', 'small', 'cut-off', 'wrong-paper'];

export function badPhotos(seed: number, count: number): readonly PhotographedPaper[] {
  return Array.from({ length: count }, (_, i) => {
    const random = new SeededRandom(seed * 200_003 + i);
    const fault = faults[i % faults.length] ?? 'blurred';
    const layout = layouts[Math.floor(i / faults.length) % layouts.length] ?? drawReceipt;
    const asked = layout(random);
    const paper = fault === 'wrong-paper' ? anotherThan(asked, random) : asked;
    const { svg, width, height } = paper;
    return taken(
      `bad-${i}-${fault}`,
      { svg, width, height, truth: asked.truth },
      badShot(fault, random),
      fault,
      random,
    );
  });
}

function anotherThan(asked: DrawnPaper, random: SeededRandom): Pick<DrawnPaper, 'svg' | 'width' | 'height'> {
  if (random.chance(0.4)) return drawOtherPaper(random);
  const medical = (paper: string): boolean => paper === 'medical-record' || paper === 'diagnosis-certificate';
  for (;;) {
    const other = random.pick([
      drawReceipt,
      drawExpenseList,
      drawDischargeRecord,
      drawIdentityPortrait,
      drawHouseholdPage,
      drawBankCard,
    ])(random);
    const [one, two] = [asked.truth.paper, other.truth.paper];
    // Either paper of a hospital's doctors will do for the other.
    if (one !== two && !(medical(one) && medical(two))) return other;
  }
}

function badShot(fault: FileFinding, random: SeededRandom): Shot {
  const usual = { ...usualShot(random), turn: 0 as const, glare: 0, side: 2200 };
  switch (fault) {
    case 'blurred':
      return { ...usual, blur: random.between(5, 12) };
    case 'dark':
      return { ...usual, light: random.between(0.08, 0.28), shadow: 0 };
    case 'glare':
      return { ...usual, light: 0.85, glare: random.between(0.14, 0.3), glareStrength: random.between(1.1, 2) };
    case 'small':
      return { ...usual, side: random.whole(420, 900), blur: 0 };
    case 'cut-off':
      return { ...usual, tilt: random.between(-4, 4), fill: random.between(1.25, 1.6) };
    case 'wrong-paper':
      return usual;
  }
}

function taken(
  id: string,
  paper: DrawnPaper,
  shot: Shot,
  fault: FileFinding | null,
  random: SeededRandom,
): PhotographedPaper {
  const state = random.whole(0, 2 ** 31);
  return {
    id,
    asked: paper.truth.paper,
    fields: paper.truth.fields,
    shot,
    fault,
    take: () => photographed(paper.svg, shot, new SeededRandom(state)),
  };
}
