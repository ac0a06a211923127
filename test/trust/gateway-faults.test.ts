/** The platform slow, failing, lying, answering twice or away: the case says how it stands, and catches up by itself. */
import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import type { OfficerCaseView } from '@yiban/shared-types/agency';
import type { CaseView } from '@yiban/shared-types/cases';
import { CitizenClient } from '../../scripts/client/citizen.ts';
import { filledCase } from '../api/filled-case.ts';
import { Office } from '../api/office.ts';
import { startProduct } from '../server/running-server.ts';
import { aid, aided } from '../api/aid-grant.ts';

interface Deed {
  readonly key: string;
  readonly operation: string;
}

const faults = [
  { mode: 'error-5xx', count: 3 },
  { mode: 'reset-after-commit', count: 1 },
  { mode: 'duplicate', count: 2 },
  { mode: 'wrong-signature', count: 2 },
  { mode: 'expired-token', count: 2 },
  { mode: 'latency', count: 1, ms: 2500 },
  { mode: 'outage', count: 12 },
] as const;

for (const database of ['sqlite', 'mariadb'] as const) {
  describe(`a platform that misbehaves, on ${database}`, async () => {
    // Shorter than the latency above: a time-out is not a failure.
    const product = await startProduct({ database, env: { GATEWAY_TIMEOUT_MS: '1500' } });
    after(product.stop);
    const { baseUrl, sandboxUrl } = product;
    const citizen = await CitizenClient.scanned(baseUrl, sandboxUrl, 'retiree-gansu');
    const misbehave = async (order: object): Promise<void> => {
      const answer = await fetch(`${sandboxUrl}/misbehave`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ target: 'platform', ...order }),
      });
      assert.ok(answer.ok);
    };
    const registrations = async (id: string): Promise<number> => {
      const deeds: readonly Deed[] = await (await fetch(`${sandboxUrl}/registrations`)).json();
      return deeds.filter(({ key }) => key === `${id}:register-remote-care`).length;
    };

    const office = await Office.of(product, '340000');
    const payments = async (id: string): Promise<number> => {
      const deeds: readonly Deed[] = await (await fetch(`${sandboxUrl}/payments`)).json();
      return deeds.filter(({ key }) => key.startsWith(id)).length;
    };

    for (const fault of faults) {
      test(`${fault.mode} while money is paid out: paid once, and recorded at the platform by itself`, async () => {
        const { id, version } = await office
          .officer('window')
          .api.write<OfficerCaseView>('POST', '/agency/grants', { item: 'aid-grant', person: aided, form: aid });
        const first = office.officer('first-reviewer');
        const amount = Math.max((await first.one(id)).claimedTotal, 1);
        await first.api.write('POST', `/agency/cases/${id}/pass`, {
          version,
          settlement: [{ category: 'aid', claimed: amount, approved: amount }],
        });
        await office.officer('second-reviewer').act('pass', id);
        await misbehave(fault);
        // The officer's deed is done here, however the platform fares.
        await office.officer('payer').payOut(id);
        assert.equal((await office.officer('payer').one(id)).status, 'closed');
        await sleep(1000);
        await misbehave({ mode: 'none' });
        for (const until = Date.now() + 60_000; Date.now() < until && (await payments(id)) === 0;) await sleep(500);
        assert.equal(await payments(id), 1);
      });

      test(`${fault.mode}: submitted once, explained, registered once`, async () => {
        const draft = await filledCase(citizen, 'remote-retiree', '620000');
        await misbehave(fault);
        const submitted = await citizen.submit(draft);
        assert.ok(['submitted', 'accepted', 'closed'].includes(submitted.status), submitted.status);
        // A sentence for people, whatever happened.
        assert.match(submitted.next, /\p{Script=Han}{4,}/u);
        await misbehave({ mode: 'none' });
        if (submitted.status === 'submitted') return;
        const closed = await eventually(async () => citizen.one(submitted.id));
        assert.equal(closed.status, 'closed');
        assert.equal(await registrations(submitted.id), 1);
      });
    }
  });
}

async function eventually(read: () => Promise<CaseView>): Promise<CaseView> {
  for (const until = Date.now() + 60_000; Date.now() < until; await sleep(500)) {
    const view = await read();
    if (view.status === 'closed') return view;
  }
  return read();
}
