/** Authority to file for somebody: asked for, signed, given back, taken back. */
import type {
  AskGrant,
  GrantPage,
  GrantRequestView,
  GrantTerms,
  GrantView,
  SignGrant,
} from '@yiban/shared-types/grants';
import type { RegistrationsView } from '@yiban/shared-types/session';
import { asCaller } from '../session/session';
import type { Json, Method } from './exchange';

/** Nobody has more at a time: ended ones come after those in force were shown. */
const MOST = 100;

/** Given and received ones, the newest first. */
export async function grants(): Promise<readonly GrantView[]> {
  return (await send<GrantPage>('GET', `/grants?limit=${MOST}`)).items;
}

/** What may be asked for in a region. */
export async function grantTerms(region: string): Promise<GrantTerms> {
  return send('GET', `/grants/terms?region=${region}`);
}

/** Throws `grant-incomplete` with all that is missing, `person-not-found`, `not-a-minor`, `grant-self`. */
export async function askForGrant(grant: AskGrant, key: string): Promise<GrantView> {
  return send('POST', '/grants', grant, key);
}

/** What a link asks of the principal; open to a session that is nobody's yet. Throws `grant-link-used`, `grant-link-expired`. */
export async function grantRequest(code: string): Promise<GrantRequestView> {
  return send('GET', `/grants/requests/${encodeURIComponent(code)}`);
}

/** The principal's credential, scanned on the proxy's phone: good for ten minutes. Throws what a scan throws, and `grant-self`. */
export async function scanPrincipal(id: string, qr: string): Promise<GrantRequestView> {
  return send('POST', `/grants/${id}/principal`, { qr });
}

/** Throws `grant-scan-needed`, `grant-signature`. */
export async function signGrant(id: string, signed: SignGrant, key: string): Promise<GrantView> {
  return send('POST', `/grants/${id}/sign`, signed, key);
}

/** The one who was asked says no. */
export async function refuseGrant(id: string, code: string, key: string): Promise<void> {
  await send('POST', `/grants/${id}/refuse`, { code }, key);
}

/** Whether the principal is told of each submission. */
export async function tellPrincipal(id: string, tell: boolean): Promise<GrantView> {
  return send('PATCH', `/grants/${id}`, { tellPrincipal: tell });
}

/** Taken back by the principal, given back by the proxy; a request that nobody signed is dropped. */
export async function endGrant(id: string): Promise<void> {
  await send('DELETE', `/grants/${id}`);
}

/** The signed letter, a PDF. */
export async function grantLetter(id: string): Promise<ArrayBuffer> {
  const path = `/grants/${id}/letter`;
  return (await asCaller<ArrayBuffer>({ method: 'GET', path, responseType: 'arraybuffer' })).data;
}

/** Remote-care registrations in force of the person whose case it is. Throws `grant-unchecked`. */
export async function registrationsFor(caseId: string): Promise<RegistrationsView> {
  return send('GET', `/cases/${caseId}/registrations`);
}

async function send<T extends Json>(method: Method, path: string, body?: object, key?: string): Promise<T> {
  const answer = await asCaller<T>({
    method,
    path,
    ...(body === undefined ? {} : { body }),
    ...(key === undefined ? {} : { headers: { 'idempotency-key': key } }),
  });
  return answer.data;
}
