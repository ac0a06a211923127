/** What is asked of the product while its data grows: reads of people and of officers, and a case filed. */
import { z } from 'zod';
import type { RunningProduct } from '../../../test/server/running-server.ts';
import { filledCase } from '../../../test/api/filled-case.ts';
import { CitizenClient } from '../../client/citizen.ts';
import { OfficerClient } from '../../client/officer.ts';
import { peopleOf } from '../people.ts';
import type { Model } from './county.ts';

/** An item that needs no paper, so that what is measured is the case and not its photos. */
const item = 'settlement-coordination';

export interface Call {
  readonly name: string;
  readonly deed: () => Promise<unknown>;
  /** A deed that goes on from the one before is measured one after the other. */
  readonly inTurn?: boolean;
}

const officerRows = z.array(z.object({ id: z.string() }));
const itemRows = z.array(z.object({ id: z.string() }));

/** Somebody with a page of filed cases, and officers of their region. */
export async function measuredCalls(
  product: RunningProduct,
  query: (statement: string) => Promise<unknown>,
): Promise<{
  readonly calls: readonly Call[];
  readonly model: Model;
  /** Filling takes longer than a session lasts. */
  readonly signIn: () => Promise<void>;
}> {
  const { baseUrl, sandboxUrl } = product;
  const { citizen, key, region, draft } = await filerOf(product);
  let next = draft;
  const file = async (): Promise<string> => {
    const { id } = await citizen.submit(next);
    next = await citizen.open(item, region, draft.form);
    return id;
  };
  // What lists of closed cases show: copies bear names that cannot be opened.
  let closed = '';
  for (let filed = 0; filed < 60; filed += 1) closed = await file();
  await query(
    `UPDATE cases SET status = 'closed', outcome = 'granted', closedAt = updatedAt WHERE status = 'submitted'`,
  );
  let caseId = '';
  for (let filed = 0; filed < 60; filed += 1) caseId = await file();
  const login = async (role: string): Promise<OfficerClient> =>
    OfficerClient.loggedIn(baseUrl, sandboxUrl, role, region);
  let officer = await login('first-reviewer');
  let supervisor = await login('supervisor');
  const endingOf = async (id: string): Promise<string> => (await citizen.one(id)).number?.slice(-8) ?? '';
  const [reviewer] = officerRows.parse(
    await query(`SELECT id FROM officers WHERE region = '${region}' AND roles LIKE '%first-reviewer%'`),
  );
  const items = itemRows.parse(await citizen.api.call('GET', `/regions/${region}/items`));
  const read = (name: string, path: string): Call => ({ name, deed: async () => citizen.api.call('GET', path) });
  const ofOfficer = (name: string, path: string): Call => ({ name, deed: async () => officer.api.call('GET', path) });
  const ofSupervisor = (name: string, path: string): Call => ({
    name,
    deed: async () => supervisor.api.call('GET', path),
  });
  return {
    signIn: async () => {
      citizen.api.token = null;
      await citizen.begin();
      await citizen.scan(key);
      [officer, supervisor] = await Promise.all([login('first-reviewer'), login('supervisor')]);
    },
    model: { caseId, officerId: reviewer?.id ?? '', items: items.map(({ id }) => id) },
    calls: [
      read('my cases, 20', '/cases?limit=20'),
      read('case detail', `/cases/${caseId}`),
      read('inbox', '/me/inbox'),
      read('who I am', '/me'),
      { name: 'open and submit', deed: file, inTurn: true },
      ofOfficer('queue', '/agency/queue'),
      ofOfficer('queue, my duties', '/agency/queue?mine=true'),
      ofOfficer('case, as an officer', `/agency/cases/${caseId}`),
      ofOfficer('search an open case by number', `/agency/queue?number=${await endingOf(caseId)}`),
      ofOfficer('closed cases', '/agency/queue?status=closed'),
      ofOfficer('search a closed case by number', `/agency/queue?status=closed&number=${await endingOf(closed)}`),
      ofSupervisor('dashboard, this month', '/agency/figures'),
      ofSupervisor('ratings published', `/regions/${region}/ratings`),
      ofSupervisor('audit trail of a case', `/agency/audit?case=${caseId}`),
    ],
  };
}

async function filerOf({ baseUrl, sandboxUrl }: RunningProduct) {
  for (const { key, region } of await peopleOf(sandboxUrl)) {
    const citizen = await CitizenClient.scanned(baseUrl, sandboxUrl, key);
    const draft = await filledCase(citizen, item, region).catch(() => null);
    if (draft !== null) return { citizen, key, region, draft };
  }
  throw new Error('nobody in the sandbox can file');
}
