/** How one logical operation is called at a region's platform. `{infno}` in the path stands for the number. */
export interface Transaction {
  readonly infno: string;
  readonly path: string;
  /** The node of `input` that holds the fields. */
  readonly node: string;
}

const at = (infno: string, node = 'data'): Transaction => ({ infno, node, path: '/fsi/api/{infno}' });

/**
 * What this product asks of the platform: one name each, the same in every region.
 * National transactions first. Those that end in A have no published national number (gateways.md): the numbers are
 * ours to choose, here alone; a region's own numbers, paths and nodes replace them from its region file.
 */
export const defaultTransactions = {
  'sign-in': at('9001', 'signIn'),
  'code-table': at('1901'),
  person: at('1101'),
  'register-referral': at('2501', 'refmedin'),
  'cancel-referral': at('2502'),
  'register-chronic-disease': at('2503'),
  'cancel-chronic-disease': at('2504'),
  'register-institution': at('2505'),
  'cancel-institution': at('2506'),
  'register-accident': at('2507'),
  reverse: at('2601'),
  'chronic-entitlements': at('5301'),
  referrals: at('5304'),

  'register-remote-care': at('6201A', 'rmtcare'),
  'cancel-remote-care': at('6202A'),
  'remote-registrations': at('6203A'),
  'register-maternity': at('2699', 'matn'),
  'cancel-maternity': at('6212A'),
  'maternity-registrations': at('6213A'),
  'register-reimbursement': at('6221A', 'manlreim'),
  'cancel-reimbursement': at('6222A'),
  'record-payment': at('6223A', 'pay'),
  accounts: at('6231A'),
  'account-movements': at('6232A'),
  'payment-years': at('6233A'),
  'withdraw-account': at('6234A', 'acct'),
  'enrolment-certificate': at('6241A'),
  employer: at('6242A'),
  'employer-of': at('6246A'),
  'register-enrolment': at('6251A', 'insuinfo'),
  'change-enrolment': at('6252A', 'insuinfo'),
  'register-unit': at('6243A', 'empinfo'),
  'register-employees': at('6253A', 'empinfo'),
  'declare-bases': at('6254A', 'empinfo'),
  'send-transfer-letter': at('6261A', 'letter'),
  'transfer-letters': at('6262A'),
  'false-commitments': at('6271A'),
  'shared-records': at('6272A'),
  outcome: at('6291A'),
} as const satisfies Record<string, Transaction>;

export type Operation = keyof typeof defaultTransactions;

export function isOperation(name: string): name is Operation {
  return Object.hasOwn(defaultTransactions, name);
}
