/** A write at the platform: what it is called, where its fields stand, what it needs and what it makes. */
export interface DeedRule {
  readonly operation: string;
  readonly node: string;
  readonly required: readonly string[];
  readonly effect: 'registers' | 'cancels' | 'reverses' | 'records';
  /** Name of the number in the result, and the letters in front of it. */
  readonly number: { readonly field: string; readonly prefix: string } | null;
  /** Only for people whose enrolment is active. */
  readonly activeOnly?: boolean;
}

const sn = (prefix: string) => ({ field: 'trt_dcla_detl_sn', prefix });
const cancels = (operation: string): DeedRule => ({
  operation,
  node: 'data',
  required: ['psn_no', 'trt_dcla_detl_sn'],
  effect: 'cancels',
  number: null,
});

const maternity: DeedRule = {
  operation: 'register-maternity',
  node: 'matn',
  required: ['psn_no', 'begndate'],
  effect: 'registers',
  number: sn('MATN'),
};

/** infno → rule. Those that end in A are local: the bureau's side of `defaultTransactions` in the BFF. */
export const deedRules: Readonly<Record<string, DeedRule>> = {
  '2501': {
    operation: 'register-referral',
    node: 'refmedin',
    required: ['psn_no', 'insutype', 'diag_name', 'reflin_medins_name', 'mdtrtarea_admdvs', 'begndate'],
    effect: 'registers',
    number: sn('REFL'),
    activeOnly: true,
  },
  '2502': cancels('cancel-referral'),
  '2503': {
    operation: 'register-chronic-disease',
    node: 'data',
    required: ['psn_no', 'insutype', 'opsp_dise_code', 'opsp_dise_name', 'begndate'],
    effect: 'registers',
    number: sn('OPSP'),
    activeOnly: true,
  },
  '2504': cancels('cancel-chronic-disease'),
  '2505': {
    operation: 'register-institution',
    node: 'data',
    required: ['psn_no', 'insutype', 'fixmedins_name', 'begndate'],
    effect: 'registers',
    number: sn('FIXM'),
    activeOnly: true,
  },
  '2506': cancels('cancel-institution'),
  '2507': {
    operation: 'register-accident',
    node: 'data',
    required: ['psn_no', 'insutype', 'trum_time', 'trum_rea', 'begndate'],
    effect: 'registers',
    number: sn('TRUM'),
  },
  '2601': {
    operation: 'reverse',
    node: 'data',
    required: ['psn_no', 'omsgid', 'oinfno'],
    effect: 'reverses',
    number: null,
  },
  '6201A': {
    operation: 'register-remote-care',
    node: 'rmtcare',
    required: ['psn_no', 'rloc_admdvs', 'rloc_coty_type', 'begndate'],
    effect: 'registers',
    number: sn('RLOC'),
    activeOnly: true,
  },
  '6202A': cancels('cancel-remote-care'),
  // Three numbers in use for the same registration (gateways.md).
  '2699': maternity,
  '25003': maternity,
  '90201': maternity,
  '6212A': cancels('cancel-maternity'),
  '6221A': {
    operation: 'register-reimbursement',
    node: 'manlreim',
    required: ['psn_no', 'manl_reim_rea'],
    effect: 'registers',
    number: { field: 'med_fee_reg_id', prefix: 'REIM' },
  },
  '6222A': cancels('cancel-reimbursement'),
  '6223A': {
    operation: 'record-payment',
    node: 'pay',
    required: ['psn_no', 'pay_amt', 'bankacct', 'acctname'],
    effect: 'records',
    number: { field: 'pay_sn', prefix: 'PAYM' },
  },
  '6234A': {
    operation: 'withdraw-account',
    node: 'acct',
    required: ['psn_no', 'wdr_amt', 'wdr_rea', 'bankacct', 'acctname'],
    effect: 'records',
    number: { field: 'wdr_sn', prefix: 'WDRW' },
  },
  '6251A': {
    operation: 'register-enrolment',
    node: 'insuinfo',
    required: ['insutype', 'psn_type', 'begndate'],
    effect: 'registers',
    number: { field: 'insu_evt_id', prefix: 'INSU' },
  },
  '6252A': {
    operation: 'change-enrolment',
    node: 'insuinfo',
    required: ['psn_no', 'chg_type'],
    effect: 'records',
    number: { field: 'insu_evt_id', prefix: 'CHNG' },
  },
  '6243A': {
    operation: 'register-unit',
    node: 'empinfo',
    required: ['uscc', 'emp_name', 'chg_type', 'begndate'],
    effect: 'records',
    number: { field: 'emp_evt_id', prefix: 'UNIT' },
  },
  '6253A': {
    operation: 'register-employees',
    node: 'empinfo',
    required: ['uscc', 'psn_list'],
    effect: 'records',
    number: { field: 'emp_evt_id', prefix: 'EMPL' },
  },
  '6254A': {
    operation: 'declare-bases',
    node: 'empinfo',
    required: ['uscc', 'clct_mon', 'psn_list'],
    effect: 'records',
    number: { field: 'emp_evt_id', prefix: 'BASE' },
  },
  '6261A': {
    operation: 'send-transfer-letter',
    node: 'letter',
    required: ['psn_no', 'ltr_type', 'tout_admdvs', 'tin_admdvs'],
    effect: 'records',
    number: { field: 'ltr_no', prefix: 'LTTR' },
  },
};
