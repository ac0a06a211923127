import type { AllowanceEstimate } from '@yiban/shared-types/estimates';
import type { AccountsView, EntitlementsView, PaymentsView, UnitEnrolmentView } from '@yiban/shared-types/live-records';
import { asCaller } from '../session/session';
import { exchange } from './exchange';

/** The personal account and its movements from that day on, live. */
export async function accounts(from: string): Promise<AccountsView> {
  return (await asCaller<AccountsView>({ method: 'GET', path: `/me/accounts?from=${from}` })).data;
}

export async function payments(): Promise<PaymentsView> {
  return (await asCaller<PaymentsView>({ method: 'GET', path: '/me/payments' })).data;
}

export async function entitlements(): Promise<EntitlementsView> {
  return (await asCaller<EntitlementsView>({ method: 'GET', path: '/me/entitlements' })).data;
}

/** Throws `unit-not-found` also for a unit that somebody else handles. */
export async function unitEnrolment(creditCode: string): Promise<UnitEnrolmentView> {
  return (
    await asCaller<UnitEnrolmentView>({ method: 'GET', path: `/units/${encodeURIComponent(creditCode)}/enrolment` })
  ).data;
}

export interface AllowanceQuestion {
  readonly event: 'birth' | 'miscarriage';
  readonly birthKind?: string;
  readonly children?: number;
  readonly pregnancyLength?: string;
  /** Fen; left out where it is not known: then days alone come back. */
  readonly averageMonthlyWage?: number;
}

export async function estimateAllowance(region: string, question: AllowanceQuestion): Promise<AllowanceEstimate> {
  return (
    await exchange<AllowanceEstimate>({
      method: 'POST',
      path: `/regions/${region}/estimates/maternity-allowance`,
      body: question,
    })
  ).data;
}
