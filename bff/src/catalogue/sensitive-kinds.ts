/** What of a form is sensitive personal information (个人信息保护法 第二十八条), and of which kind it is asked for. Pure. */
import type { SensitiveKind } from '@yiban/shared-types/consents';
import type { QuestionFile } from './question-file.js';

const medical: ReadonlySet<string> = new Set([
  'receipt',
  'medical-record',
  'diagnosis-certificate',
  'expense-list',
  'prescription',
  'visit-records',
  'examination-report',
  'fertility-registration',
  'referral-certificate',
  'settlement-statement',
  'accident-proof',
]);

const identity: ReadonlySet<string> = new Set([
  'identity-card',
  'identity-document',
  'household-register',
  'marriage-certificate',
  'permanent-residence-card',
  'hmt-permit',
  'foreigner-permit',
  'residence-permit',
  'death-certificate',
]);

/** Of a picture of that kind of paper; undefined where it tells nothing of the kind. */
export function sensitivePaper(paper: string): SensitiveKind | undefined {
  if (paper === 'bank-card') return 'bank-data';
  if (medical.has(paper)) return 'medical-data';
  return identity.has(paper) ? 'identity-papers' : undefined;
}

/** Of an answer: the kind of question tells it, else the catalogue says so. */
export function sensitiveQuestion({ kind, sensitive }: QuestionFile): SensitiveKind | undefined {
  if (kind === 'bank-card') return 'bank-data';
  return kind === 'receipts' ? 'medical-data' : sensitive;
}
