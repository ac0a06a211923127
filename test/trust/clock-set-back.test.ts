/** The server's clock is set back an hour, and put right again: nobody is thrown out, nothing is lost or done twice. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import type { OfficerCaseView } from '@yiban/shared-types/agency';
import type { CaseView } from '@yiban/shared-types/cases';
import { ApiClient } from '../../scripts/client/api-client.ts';
import { CitizenClient } from '../../scripts/client/citizen.ts';
import { OfficerClient } from '../../scripts/client/officer.ts';
import { filledCase } from '../api/filled-case.ts';
import { startProduct } from '../server/running-server.ts';

const hour = 3_600_000;

for (const database of ['sqlite', 'mariadb'] as const) {
  describe(`a clock that is set back an hour, on ${database}`, async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'yiban-clock-'));
    const file = path.join(folder, 'off');
    writeFileSync(file, '0');
    const preload = path.join(import.meta.dirname, '../server/shifted-clock.ts');
    const product = await startProduct({
      database,
      env: { CLOCK_OFF_FILE: file, NODE_OPTIONS: `--import=${preload}` },
    });
    after(async () => {
      await product.stop();
      rmSync(folder, { recursive: true });
    });
    const setTo = async (off: number): Promise<void> => {
      writeFileSync(file, String(off));
      await product.crash();
    };
    const submit = (citizen: CitizenClient, { id, version }: CaseView, key: string) =>
      citizen.api.send('POST', `/cases/${id}/submit`, { version }, { 'idempotency-key': key });
    const closed = async (citizen: CitizenClient, id: string): Promise<void> => {
      let view = await citizen.one(id);
      for (const until = Date.now() + 20_000; Date.now() < until && view.status !== 'closed'; await sleep(100))
        view = await citizen.one(id);
      assert.equal(view.status, 'closed');
    };

    test('sessions hold, retries get their first answer, and what is filed meanwhile is done once', async () => {
      const citizen = await CitizenClient.scanned(product.baseUrl, product.sandboxUrl, 'retiree-gansu');
      const officer = await OfficerClient.loggedIn(product.baseUrl, product.sandboxUrl, 'first-reviewer', '620000');
      const first = await filledCase(citizen, 'remote-retiree', '620000');
      const answered = await submit(citizen, first, 'before-the-clock-went-back');
      assert.equal(answered.status, 200, answered.text);
      await closed(citizen, first.id);
      const begun = await filledCase(citizen, 'remote-retiree', '620000');

      await setTo(-hour);
      assert.equal((await submit(citizen, first, 'before-the-clock-went-back')).text, answered.text);
      assert.deepEqual((await citizen.one(begun.id)).form, begun.form);
      const meanwhile = await submit(citizen, begun, 'while-the-clock-was-back');
      assert.equal(meanwhile.status, 200, meanwhile.text);
      // The platform takes no message of another hour: what it could not be asked about waits for an officer.
      assert.equal((await citizen.one(begun.id)).status, 'submitted');
      const seen = await officer.api.call<OfficerCaseView>('GET', `/agency/cases/${begun.id}`);
      assert.equal(seen.status, 'submitted');

      await setTo(0);
      assert.equal((await submit(citizen, begun, 'while-the-clock-was-back')).text, meanwhile.text);
      const third = await filledCase(citizen, 'remote-retiree', '620000');
      assert.equal((await submit(citizen, third, 'after-the-clock-was-put-right')).status, 200);
      await closed(citizen, third.id);
      const deeds: readonly { key: string }[] = await (await fetch(`${product.sandboxUrl}/registrations`)).json();
      assert.deepEqual(
        deeds.map(({ key }) => key).toSorted(),
        [first, third].map(({ id }) => `${id}:register-remote-care`).toSorted(),
      );
    });

    test('an officer’s code is worth nothing a second time, and nobody is locked out once the clock is right', async () => {
      const officer = await officerOf(product.sandboxUrl, 'second-reviewer');
      const login = async (code: string): Promise<number> => {
        const { username, password } = officer;
        return (await new ApiClient(product.baseUrl).send('POST', '/agency/session', { username, password, code }))
          .status;
      };
      assert.equal(await login(officer.totp), 201);
      await setTo(-hour);
      for (let i = 0; i < 2; i += 1) assert.equal(await login(officer.totp), 401);
      await setTo(0);
      assert.equal(await login(officer.totp), 401);
      await OfficerClient.loggedIn(product.baseUrl, product.sandboxUrl, 'second-reviewer', '620000');
    });

    test('a day by which a case is due is counted from the day that the clock says, and does not move with it', async () => {
      const citizen = await CitizenClient.scanned(product.baseUrl, product.sandboxUrl, 'handler-gansu');
      const officer = await OfficerClient.loggedIn(product.baseUrl, product.sandboxUrl, 'window', '620000');
      const { id } = await citizen.submit(await filledCase(citizen, 'settlement-coordination', '620000'));
      const { version } = await officer.one(id);
      const { dueAt } = await officer.api.write<OfficerCaseView>('POST', `/agency/cases/${id}/accept`, { version });
      await setTo(-hour);
      assert.equal((await citizen.one(id)).dueAt, dueAt);
      assert.equal((await officer.one(id)).dueAt, dueAt);
      await setTo(0);
      assert.equal((await citizen.one(id)).dueAt, dueAt);
    });
  });
}

interface SandboxOfficer {
  readonly username: string;
  readonly password: string;
  readonly totp: string;
  readonly region: string;
  readonly roles: readonly string[];
}

async function officerOf(sandboxUrl: string, role: string): Promise<SandboxOfficer> {
  const officers: readonly SandboxOfficer[] = await (await fetch(`${sandboxUrl}/officers`)).json();
  const officer = officers.find(({ region, roles }) => region === '620000' && roles.includes(role));
  assert.ok(officer !== undefined);
  return officer;
}
