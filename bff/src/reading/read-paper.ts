import type { PaperContent, PaperReading, ReadablePaper, ReadingFinding } from '@yiban/shared-types/reading';
import { isWrongPaper, kindOfPaper } from './kind-of-paper.js';
import { PageOfText } from './page-of-text.js';
import { readExpenseList, readMedicalPaper } from './read-hospital-papers.js';
import { readBankCard, readHouseholdRegister, readIdentityCard } from './read-identity-papers.js';
import { readReceipt } from './read-receipt.js';
import type { PictureText } from './text-line.js';

/** `paper` of the catalogue → how it is read. Papers that are not here are looked at by people only. */
const readable: ReadonlyMap<string, ReadablePaper> = new Map([
  ['receipt', 'receipt'],
  ['payment-receipt', 'receipt'],
  ['expense-list', 'expense-list'],
  ['medical-record', 'medical-record'],
  ['visit-records', 'medical-record'],
  ['diagnosis-certificate', 'diagnosis-certificate'],
  ['identity-card', 'identity-card'],
  ['household-register', 'household-register'],
  ['bank-card', 'bank-card'],
]);

export function readableAs(paper: string | null): ReadablePaper | null {
  return readable.get(paper ?? '') ?? null;
}

/**
 * Mean confidence below which a page is too blurred to be read, and from which its print is plain; measured by
 * `npm run bench -- photos`.
 */
const blurredBelow = 0.8;
const legibleFrom = 0.93;

/** From the text of a picture to the fields of the paper that was asked for. */
export function readPaper(text: PictureText, asked: ReadablePaper): PaperReading {
  const page = new PageOfText(text.lines);
  const sureness = meanConfidence(text);
  return {
    content: contentOf(page, asked, text.codes),
    looksLike: kindOfPaper(page),
    findings: findingsOf(page, asked, text.atTheEdge, sureness),
    legible: sureness >= legibleFrom,
    turned: text.turned,
  };
}

function contentOf(page: PageOfText, asked: ReadablePaper, codes: readonly string[]): PaperContent {
  switch (asked) {
    case 'receipt':
      return readReceipt(page, codes);
    case 'expense-list':
      return readExpenseList(page);
    case 'medical-record':
    case 'diagnosis-certificate':
      return readMedicalPaper(page);
    case 'identity-card':
      return readIdentityCard(page);
    case 'household-register':
      return readHouseholdRegister(page);
    case 'bank-card':
      return readBankCard(page);
  }
}

function findingsOf(
  page: PageOfText,
  asked: ReadablePaper,
  atTheEdge: number,
  sureness: number,
): readonly ReadingFinding[] {
  const blurred = sureness < blurredBelow;
  const findings: ReadingFinding[] = [];
  if (isWrongPaper(page, asked, !blurred)) findings.push('wrong-paper');
  if (atTheEdge >= 2) findings.push('cut-off');
  if (blurred) findings.push('blurred');
  return findings;
}

/** 0 where there is no text. */
function meanConfidence({ lines }: PictureText): number {
  const confidences = lines.flatMap((line) => line.confidences);
  return confidences.reduce((sum, value) => sum + value, 0) / Math.max(1, confidences.length);
}
