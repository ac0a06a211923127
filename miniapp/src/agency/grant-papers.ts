import type { GrantPapers } from '@yiban/shared-types/grants';

/** What the papers of a grant are called at the desk. */
export const paperNames: Readonly<Record<keyof GrantPapers, string>> = {
  letter: '委托书',
  principalIdentity: '委托人证件',
  proxyIdentity: '代办人证件',
  kinship: '户口簿或出生医学证明',
};
