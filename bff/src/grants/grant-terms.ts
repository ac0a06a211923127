/** What may be asked for: until when, which items, with which papers. Pure. */
import type { AskGrant, GrantPapers } from '@yiban/shared-types/grants';
import type { ProblemDetail } from '@yiban/shared-types/problems';
import { isIdNumber } from '../cases/identity-numbers.js';
import type { RegionItem } from '../catalogue/layering.js';

/** An item that a person applies for, and so another for them. */
export function isForOthers({ applicants, mode, questions }: RegionItem): boolean {
  return applicants.includes('person') && mode === 'on-application' && questions.length > 0;
}

/** The day so many months later; the last of the month where it has no such day. */
export function monthsLater(date: string, months: number): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const lastOfMonth = new Date(Date.UTC(year, month + months, 0));
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, lastOfMonth.getUTCDate())))
    .toISOString()
    .slice(0, 10);
}

export const papersNeeded = {
  signature: [],
  letter: ['letter', 'principalIdentity', 'proxyIdentity'],
  guardian: ['kinship'],
} as const satisfies Readonly<Record<AskGrant['evidence'], readonly (keyof GrantPapers)[]>>;

const paperNames: Readonly<Record<keyof GrantPapers, string>> = {
  letter: '授权委托书',
  principalIdentity: '委托人的身份证件',
  proxyIdentity: '您的身份证件',
  kinship: '户口簿或出生医学证明',
};

/** Everything that is missing or wrong in what rests on papers, at once. */
export function faultsOf({ evidence, region, principal, papers }: AskGrant, today: string): readonly ProblemDetail[] {
  if (evidence === 'signature') return [];
  const fault = (pointer: string, code: string, message: string): ProblemDetail[] => [{ pointer, code, message }];
  const idNo = principal?.idNo ?? '';
  return [
    ...(region === undefined ? fault('/region', 'missing', '请选择参保地。') : []),
    ...((principal?.name.trim() ?? '') === '' ? fault('/principal/name', 'missing', '请填写姓名。') : []),
    ...(isIdNumber(idNo) ? [] : fault('/principal/idNo', 'id-number', '身份证号码不对，请对照证件再输一遍。')),
    ...(evidence === 'guardian' && isIdNumber(idNo) && !isMinor(idNo, today)
      ? fault('/principal/idNo', 'not-a-minor', '这位已经满 18 周岁，请让本人签字委托。')
      : []),
    ...papersNeeded[evidence].flatMap((paper) =>
      (papers?.[paper] ?? []).length > 0
        ? []
        : fault(`/papers/${paper}`, 'missing', `还缺「${paperNames[paper]}」：请拍照上传。`),
    ),
  ];
}

/** Under 18 by the date of birth in the ID number (民法典 第十七条). */
function isMinor(idNo: string, today: string): boolean {
  const birthday = `${idNo.slice(6, 10)}-${idNo.slice(10, 12)}-${idNo.slice(12, 14)}`;
  return monthsLater(birthday, 18 * 12) > today;
}
