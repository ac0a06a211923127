/** What an administrator, and an officer about their own account, ask of the BFF. */
import type {
  AuthenticatorSecret,
  EditedItem,
  HolidayPreview,
  HolidayYear,
  Invitation,
  OfficerAccount,
  OfficerLoginView,
  RegionRules,
  RulesChange,
  RulesPreview,
  RulesVersion,
} from '@yiban/shared-types/administration';
import type { OfficerRole } from '@yiban/shared-types/agency';
import { asOfficer } from '../agency/officer-session';
import { exchange, type Json } from '../api/exchange';

export interface Change {
  readonly changes: RulesChange;
  /** yyyy-MM-dd */
  readonly effectiveOn: string;
  readonly basis: string;
}

export async function rulesOn(on: string): Promise<RegionRules> {
  return get(`/agency/rules?on=${on}`);
}

export async function editedItem(id: string, on: string): Promise<EditedItem> {
  return get(`/agency/rules/items/${id}?on=${on}`);
}

/** Throws `rules-invalid` with every fault, `rules-unchanged`, `effective-date-past`. */
export async function previewed(change: Change): Promise<RulesPreview> {
  return send('POST', '/agency/rules/preview', change);
}

/** Throws `stale-rules` where another administrator published over the same version. */
export async function publish(change: Change, over: number, key: string): Promise<RulesVersion> {
  return send('POST', '/agency/rules/versions', { ...change, over }, key);
}

export async function cancelVersion(ordinal: number): Promise<RulesVersion> {
  return send('DELETE', `/agency/rules/versions/${ordinal}`, {});
}

export async function holidayYears(): Promise<readonly HolidayYear[]> {
  return get<HolidayYear[]>('/agency/holidays');
}

export async function readHolidays(year: number, text: string): Promise<HolidayPreview> {
  return send('POST', `/agency/holidays/${year}/preview`, { text });
}

export async function takeHolidays(year: number, notice: { text: string; basis: string }): Promise<HolidayYear> {
  return send('PUT', `/agency/holidays/${year}`, notice);
}

export async function officerAccounts(): Promise<readonly OfficerAccount[]> {
  return get<OfficerAccount[]>('/agency/officers');
}

export interface NewAccount {
  readonly username: string;
  readonly name: string;
  readonly idNo: string;
  readonly roles: readonly OfficerRole[];
}

export async function addOfficer(account: NewAccount, key: string): Promise<Invitation> {
  return send('POST', '/agency/officers', account, key);
}

export async function inviteAgain(id: string, key: string): Promise<Invitation> {
  return send('POST', `/agency/officers/${id}/invitation`, {}, key);
}

export async function setBlocked(id: string, blocked: boolean): Promise<OfficerAccount> {
  return send('POST', `/agency/officers/${id}/${blocked ? 'block' : 'unblock'}`, {});
}

/** Throws `last-administrator`. */
export async function changeRoles(id: string, roles: readonly OfficerRole[]): Promise<OfficerAccount> {
  return send('PUT', `/agency/officers/${id}/roles`, { roles });
}

export async function ownSessions(): Promise<readonly OfficerLoginView[]> {
  return get<OfficerLoginView[]>('/agency/me/sessions');
}

export async function endSession(id: string): Promise<void> {
  await asOfficer({ method: 'DELETE', path: `/agency/me/sessions/${id}`, body: {} });
}

export async function changePassword(old: string, password: string): Promise<void> {
  await asOfficer({ method: 'POST', path: '/agency/me/password', body: { old, password } });
}

export async function renewAuthenticator(password: string): Promise<AuthenticatorSecret> {
  return send('POST', '/agency/me/authenticator', { password });
}

export async function confirmAuthenticator(code: string): Promise<void> {
  await asOfficer({ method: 'POST', path: '/agency/me/authenticator/confirmed', body: { code } });
}

/** The authenticator to set up, for whoever has the code that opens an account. Throws `invitation-invalid`. */
export async function beginOpening(username: string, invitation: string): Promise<AuthenticatorSecret> {
  const body = { username, invitation };
  return (await exchange<AuthenticatorSecret>({ method: 'POST', path: '/agency/officers/opening', body })).data;
}

export interface Opening {
  readonly username: string;
  readonly invitation: string;
  readonly password: string;
  readonly code: string;
}

/** Throws `password-weak` with every fault, `code-wrong`, `invitation-invalid`. */
export async function openAccount(body: Opening): Promise<void> {
  await exchange({ method: 'POST', path: '/agency/officers/opened', body });
}

async function get<T extends Json>(path: string): Promise<T> {
  return (await asOfficer<T>({ method: 'GET', path })).data;
}

async function send<T extends Json>(
  method: 'POST' | 'PUT' | 'DELETE',
  path: string,
  body: object,
  key?: string,
): Promise<T> {
  const keyed = key === undefined ? {} : { headers: { 'idempotency-key': key } };
  return (await asOfficer<T>({ method, path, body, ...keyed })).data;
}
