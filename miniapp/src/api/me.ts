import type { InboxPage, SubscriptionsView } from '@yiban/shared-types/inbox';
import type { EnrolmentsView, RegistrationsView } from '@yiban/shared-types/session';
import type { SuggestionsView } from '@yiban/shared-types/suggestions';
import { asCaller } from '../session/session';

/** Live from the insurance platform. */
export async function enrolments(): Promise<EnrolmentsView> {
  return (await asCaller<EnrolmentsView>({ method: 'GET', path: '/me/enrolments' })).data;
}

/** Remote-care registrations in force, live from the platform. */
export async function registrations(): Promise<RegistrationsView> {
  return (await asCaller<RegistrationsView>({ method: 'GET', path: '/me/registrations' })).data;
}

/** What the person can do now, by their live enrolments and open cases. */
export async function suggestions(): Promise<SuggestionsView> {
  return (await asCaller<SuggestionsView>({ method: 'GET', path: '/me/suggestions' })).data;
}

export async function inbox(cursor?: string): Promise<InboxPage> {
  return (
    await asCaller<InboxPage>({ method: 'GET', path: `/me/inbox${cursor === undefined ? '' : `?cursor=${cursor}`}` })
  ).data;
}

export async function markRead(id: string): Promise<void> {
  await asCaller({ method: 'POST', path: `/me/inbox/${id}/read` });
}

/** Messages of WeChat's that may be asked for. */
export async function subscriptions(): Promise<SubscriptionsView> {
  return (await asCaller<SubscriptionsView>({ method: 'GET', path: '/me/subscriptions' })).data;
}

export async function acceptMessages(templateIds: readonly string[], key: string): Promise<void> {
  await asCaller({
    method: 'POST',
    path: '/me/subscriptions',
    body: { templateIds },
    headers: { 'idempotency-key': key },
  });
}
