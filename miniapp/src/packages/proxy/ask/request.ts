/** What is being asked for, kept on the phone until it is sent: for this person only. */
import Taro from '@tarojs/taro';
import type { GrantRelation } from '@yiban/shared-types/grants';

/** here: the principal is beside; link: on their own phone; letter, guardian: on papers. */
export type Way = 'here' | 'link' | 'letter' | 'guardian';
export type Scope = 'all' | 'one' | 'some';

export interface Request {
  readonly relation: GrantRelation | null;
  readonly scope: Scope | null;
  readonly items: readonly string[];
  /** yyyy-MM-dd, '' while none is chosen. */
  readonly until: string;
  readonly way: Way | null;
  /** Where the principal is insured; '' until it is said: where one came from. */
  readonly region: string;
  readonly name: string;
  readonly idNo: string;
  /** Uploads of each paper. */
  readonly letter: readonly string[];
  readonly principalId: readonly string[];
  readonly proxyId: readonly string[];
  readonly kinship: readonly string[];
}

const BLANK: Request = {
  relation: null,
  scope: null,
  items: [],
  until: '',
  way: null,
  region: '',
  name: '',
  idNo: '',
  letter: [],
  principalId: [],
  proxyId: [],
  kinship: [],
};

export function keptRequest(person: string): Request {
  const stored: unknown = Taro.getStorageSync(placeOf(person));
  return isRequest(stored) ? stored : BLANK;
}

export function keepRequest(person: string, request: Request): void {
  // An ID number does not lie on a phone.
  Taro.setStorageSync(placeOf(person), { ...request, idNo: '' });
}

export function forgetRequest(person: string): void {
  Taro.removeStorageSync(placeOf(person));
}

function placeOf(person: string): string {
  return `yiban.grant-request.${person}`;
}

function isRequest(value: unknown): value is Request {
  return typeof value === 'object' && value !== null && 'relation' in value && 'kinship' in value && 'scope' in value;
}
