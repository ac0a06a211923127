/** What must hold when all is over: what was acknowledged is there, once. */
import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import type { CasePage, CaseView } from '@yiban/shared-types/cases';
import type { InboxPage } from '@yiban/shared-types/inbox';
import { repeatAll } from '../trust/workload.ts';
import { pictureHash, type Filed } from './filing.ts';

interface Deed {
  readonly operation: string;
  readonly key: string;
  readonly msgid: string;
}

export async function everythingOnce(
  { baseUrl, sandboxUrl }: { readonly baseUrl: string; readonly sandboxUrl: string },
  filed: readonly Filed[],
): Promise<void> {
  await settled(filed);
  const cases = await Promise.all(filed.map(async (one) => caseOf(one, baseUrl)));
  assert.equal(new Set(cases.map(({ number }) => number)).size, filed.length);
  const closed = cases.filter(({ status }) => status === 'closed').map(({ id }) => id);
  const registrations: readonly Deed[] = await (await fetch(`${sandboxUrl}/registrations`)).json();
  assert.deepEqual(
    registrations.map(({ key }) => key).toSorted(),
    closed.map((id) => `${id}:register-remote-care`).toSorted(),
  );
  // Processes do not make the same message id.
  assert.equal(new Set(registrations.map(({ msgid }) => msgid)).size, registrations.length);
}

/** The one case that the person knows of, and none besides; nothing of it is lost, and nothing twice. */
async function caseOf({ client, submitted, photos, retired }: Filed, baseUrl: string): Promise<CaseView> {
  const { items } = await client.read<CasePage>('/cases?limit=100');
  assert.deepEqual(
    items.map(({ id }) => id),
    [submitted.id],
  );
  const found = await client.read<CaseView>(`/cases/${submitted.id}`);
  assert.equal(found.number, submitted.number);
  assert.equal(found.status, retired ? 'closed' : 'submitted');
  assert.deepEqual(
    found.history.map(({ to }) => to),
    retired ? ['submitted', 'accepted', 'closed'] : ['submitted'],
  );
  const kinds = found.documents.map(({ kind }) => kind);
  assert.equal(new Set(kinds).size, kinds.length, kinds.join(' '));
  const messages = (await client.read<InboxPage>('/me/inbox?limit=100')).items.map(({ title, body }) => title + body);
  assert.equal(new Set(messages).size, messages.length, 'a message came twice');
  assert.ok(messages.length > 0, 'no message');
  for (const [upload, hash] of photos) assert.equal(await pictureHash(client, baseUrl, upload), hash);
  assert.deepEqual(await repeatAll(client), []);
  return found;
}

/** Within a minute whatever waits for the platform has come to its end by itself. */
async function settled(filed: readonly Filed[]): Promise<void> {
  const open = new Map(filed.map((one) => [one.submitted.id, one]));
  for (const until = Date.now() + 60_000; Date.now() < until && open.size > 0; await sleep(500)) {
    await Promise.all(
      [...open].map(async ([id, { client, retired }]) => {
        const { status } = await client.read<CaseView>(`/cases/${id}`);
        if (status === (retired ? 'closed' : 'submitted')) open.delete(id);
      }),
    );
  }
  assert.equal(open.size, 0, `${open.size} cases are neither closed nor left to an officer a minute later`);
}
