/** What an officer asks of the BFF. */
import type {
  AuditPage,
  CaseInHand,
  CasesInHand,
  HandedCase,
  OfficerAction,
  OfficerCaseView,
  OfficerQueue,
} from '@yiban/shared-types/agency';
import type { Answers, CaseStatus, ConversationMessage, SettlementLine } from '@yiban/shared-types/cases';
import type { BusyProxyPage } from '@yiban/shared-types/grants';
import type { RectificationPage } from '@yiban/shared-types/ratings';
import type { Json } from '../api/exchange';
import { asOfficer } from './officer-session';

export interface QueueQuestion {
  /** Only what this officer could do something with. */
  readonly mine: boolean;
  readonly status: CaseStatus | null;
  /** Only what is past its date. */
  readonly overdue?: boolean;
  /** Id of an item. */
  readonly item?: string | null;
  /** A case's number, or how it ends; at least four signs. */
  readonly number?: string;
}

export async function queue(question: QueueQuestion, cursor: string | null, limit = 30): Promise<OfficerQueue> {
  const { mine, status, overdue = false, item = null, number = '' } = question;
  const query = [
    `limit=${limit}`,
    ...(mine ? ['mine=true'] : []),
    ...(status === null ? [] : [`status=${status}`]),
    ...(overdue ? ['overdue=true'] : []),
    ...(item === null ? [] : [`item=${item}`]),
    ...(/^[0-9A-Za-z-]{4,24}$/.test(number) ? [`number=${number}`] : []),
    ...(cursor === null ? [] : [`cursor=${encodeURIComponent(cursor)}`]),
  ];
  return get(`/agency/queue?${query.join('&')}`);
}

export async function caseOf(id: string): Promise<OfficerCaseView> {
  return get(`/agency/cases/${id}`);
}

/** The body is empty but there: wx.request calls every body JSON, and nothing is no JSON. Throws `claimed-by-other`, `own-case`, `stale-case`, `transition-not-allowed`. */
export async function claim(id: string): Promise<OfficerCaseView> {
  return (await asOfficer<OfficerCaseView>({ method: 'POST', path: `/agency/cases/${id}/claim`, body: {} })).data;
}

export async function handBack(id: string): Promise<void> {
  await asOfficer({ method: 'POST', path: `/agency/cases/${id}/release`, body: {} });
}

export interface NoticeLine {
  readonly material?: string;
  readonly question?: string;
  readonly reason: string;
}

export type SettledLine = Omit<SettlementLine, 'reason'> & { readonly reason?: string };

/** One decision of an officer, with what it needs besides the version. */
export type Deed =
  /** `grantChecked`: the papers of a proxy's grant were looked at. */
  | { readonly action: 'accept'; readonly grantChecked?: true }
  | { readonly action: 'refuse-grant'; readonly reason: string; readonly outcome: 'decline' | 'supplement' }
  | { readonly action: 'decline' | 'reject' | 'send-back'; readonly reason: string }
  | { readonly action: 'supplement'; readonly items: readonly NoticeLine[]; readonly supervisorReason?: string }
  | { readonly action: 'pass'; readonly settlement?: readonly SettledLine[] };

/** What is decided on the case itself; `pay` is done in a batch. */
export type DeedAction = Exclude<OfficerAction, 'claim' | 'release' | 'pay'> | 'refuse-grant';

export async function decide(id: string, version: number, deed: Deed, key: string): Promise<OfficerCaseView> {
  const { action, ...needs } = deed;
  const answer = await asOfficer<OfficerCaseView>({
    method: 'POST',
    path: `/agency/cases/${id}/${action}`,
    body: { version, ...needs },
    headers: { 'idempotency-key': key },
  });
  return answer.data;
}

/** Asks whether the other agency of a transfer has answered. */
export async function lookAtLegs(id: string): Promise<OfficerCaseView> {
  return (await asOfficer<OfficerCaseView>({ method: 'POST', path: `/agency/cases/${id}/legs/look` })).data;
}

export async function conversationOf(id: string): Promise<readonly ConversationMessage[]> {
  return get<ConversationMessage[]>(`/agency/cases/${id}/messages`);
}

/** The rows of a table as an .xlsx. */
export async function tableOf(id: string, question: string): Promise<ArrayBuffer> {
  const path = `/agency/cases/${id}/tables/${question}/workbook`;
  return (await asOfficer<ArrayBuffer>({ method: 'GET', path, responseType: 'arraybuffer' })).data;
}

/** Says something to the person. Throws `own-case`, `no-conversation`. */
export async function answerPerson(id: string, text: string, key: string): Promise<readonly ConversationMessage[]> {
  const path = `/agency/cases/${id}/messages`;
  const headers = { 'idempotency-key': key };
  return (await asOfficer<ConversationMessage[]>({ method: 'POST', path, body: { text }, headers })).data;
}

export interface Grant {
  readonly item: string;
  readonly person: { readonly idType: string; readonly idNo: string; readonly name: string };
  readonly form: Answers;
}

/** Starts a case of a proactive item. Throws `case-incomplete` with all faults, `person-not-found`. */
export async function startGrant(grant: Grant, key: string): Promise<OfficerCaseView> {
  const headers = { 'idempotency-key': key };
  return (await asOfficer<OfficerCaseView>({ method: 'POST', path: '/agency/grants', body: grant, headers })).data;
}

/** Who acts for more people than is usual; for supervisors and administrators. */
export async function busyProxies(cursor: string | null): Promise<BusyProxyPage> {
  return get(`/agency/proxies?limit=30${cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`}`);
}

/** What people rated badly; for windows, reviewers and supervisors. */
export async function rectifications(cursor: string | null): Promise<RectificationPage> {
  return get(`/agency/rectifications?limit=20${cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`}`);
}

/** Gives what is still open. Throws `handled-by-you`, `own-case`, `rectification-closed`. */
export async function closeRectification(id: string, outcome: string, key: string): Promise<RectificationPage> {
  const path = `/agency/rectifications/${id}/close`;
  const headers = { 'idempotency-key': key };
  return (await asOfficer<RectificationPage>({ method: 'POST', path, body: { outcome }, headers })).data;
}

/** Everybody of the region with what they have in hand; for supervisors. */
export async function officersInHand(): Promise<readonly CasesInHand[]> {
  return get<CasesInHand[]>('/agency/hand-overs');
}

export async function casesInHandOf(officer: string): Promise<readonly CaseInHand[]> {
  return get<CaseInHand[]>(`/agency/hand-overs/${officer}`);
}

/** Without `to` they go back to the queue. Throws `receiver-unfit`. */
export async function handCases(
  officer: string,
  body: { readonly cases: readonly string[]; readonly reason: string; readonly to?: string },
): Promise<readonly HandedCase[]> {
  return (await asOfficer<HandedCase[]>({ method: 'POST', path: `/agency/hand-overs/${officer}`, body })).data;
}

/** Of a case, or of an officer with the days from and to; for supervisors. */
export interface AuditQuestion {
  readonly case?: string;
  readonly officer?: string;
  readonly from?: string;
  readonly to?: string;
}

export async function auditPage(question: AuditQuestion, cursor: string | null): Promise<AuditPage> {
  const query = Object.entries({ ...question, ...(cursor === null ? {} : { cursor }) })
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&');
  return get(`/agency/audit?limit=30&${query}`);
}

export async function paper(id: string, document: string): Promise<ArrayBuffer> {
  const path = `/agency/cases/${id}/documents/${document}`;
  return (await asOfficer<ArrayBuffer>({ method: 'GET', path, responseType: 'arraybuffer' })).data;
}

async function get<T extends Json>(path: string): Promise<T> {
  return (await asOfficer<T>({ method: 'GET', path })).data;
}
