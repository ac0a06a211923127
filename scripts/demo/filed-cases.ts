/** The two cases of the demonstration as a person files them, step by step. */
import type { Answers, CaseView } from '@yiban/shared-types/cases';
import type { CitizenClient } from '../client/citizen.ts';
import { drawnPaper, drawnSignature } from './drawn-papers.ts';

export interface Receipt {
  readonly code: string;
  readonly number: string;
  readonly checkCode: string;
  readonly payer: string;
  readonly date: string;
  /** 分 */
  readonly total: number;
  readonly hospital: string;
}

/** Photographs a paper and sends it. */
export async function photographed(
  citizen: CitizenClient,
  paper: string,
  title: string,
  lines: readonly string[],
): Promise<string> {
  return (await citizen.upload(await drawnPaper(title, lines), { purpose: 'photo', paper })).id;
}

/** Meets a requirement by photos of these pages. */
export async function withPhotos(
  citizen: CitizenClient,
  draft: CaseView,
  material: string,
  alternative: string,
  pages: readonly { title: string; lines: readonly string[] }[],
): Promise<CaseView> {
  const uploads: string[] = [];
  for (const { title, lines } of pages) uploads.push(await photographed(citizen, alternative, title, lines));
  return citizen.attach(draft, material, { alternative, uploads });
}

/** Meets a requirement by signing its paper on the screen. */
export async function withSignature(
  citizen: CitizenClient,
  draft: CaseView,
  material: string,
  alternative: string,
): Promise<CaseView> {
  const { id } = await citizen.upload(await drawnSignature(), { purpose: 'signature' });
  return citizen.attach(draft, material, { alternative, signature: id });
}

/** Receipts nobody used yet: their numbers come from the clock. */
export function freshReceipts(payer: string, date: string, totals: readonly number[]): readonly Receipt[] {
  const series = Date.now() % 100_000_000;
  return totals.map((total, i) => ({
    code: '62060125',
    number: String((series + i) % 100_000_000).padStart(10, '0'),
    checkCode: 'a1b2c3',
    payer,
    date,
    total,
    hospital: '兰州市妇幼保健院',
  }));
}

export function receiptAnswers(receipts: readonly Receipt[], uploads: readonly string[]): Answers[string] {
  return receipts.map((receipt, i) => ({ ...receipt, uploads: [uploads[i] ?? ''].filter((id) => id !== '') }));
}
