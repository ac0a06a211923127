/** What the platform knows of a person or a unit, asked now, each answer with its source and time. */
import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import type { AccountsView, EntitlementsView, PaymentsView, UnitEnrolmentView } from '@yiban/shared-types/live-records';
import { CitizenClient } from '../../scripts/client/citizen.ts';
import { startProduct } from '../server/running-server.ts';

const longyuan = '91620102MA7YB0107J';

for (const database of ['sqlite', 'mariadb'] as const) {
  describe(`live queries on ${database}`, async () => {
    const product = await startProduct({ database });
    after(product.stop);
    const scanned = (person: string): Promise<CitizenClient> =>
      CitizenClient.scanned(product.baseUrl, product.sandboxUrl, person);

    test('the account shows its balance and the movements of the period, and adds them up', async () => {
      const { api } = await scanned('retiree-gansu');
      const view = await api.call<AccountsView>('GET', '/me/accounts?from=2026-08-01&to=2026-10-31');
      assert.deepEqual(
        view.accounts.map(({ balance, open }) => [balance, open]),
        [[321_645, true]],
      );
      assert.deepEqual(
        view.movements.map(({ date }) => date),
        ['2026-10-21', '2026-10-05', '2026-09-05', '2026-08-19', '2026-08-05'],
      );
      assert.deepEqual([view.received, view.spent], [38_550, 20_950]);
      assert.equal(view.source, '国家医保信息平台');
      assert.ok(Math.abs(Date.now() - Date.parse(view.asOf)) < 60_000);
    });

    test('a period that ends before it begins is refused in words', async () => {
      const { api } = await scanned('retiree-gansu');
      const { status, text } = await api.send('GET', '/me/accounts?from=2026-10-31&to=2026-08-01');
      assert.equal(status, 400);
      assert.match(text, /malformed-request/);
    });

    test('payments come by year, the newest first', async () => {
      const { api } = await scanned('worker-gansu');
      const { years, months } = await api.call<PaymentsView>('GET', '/me/payments');
      assert.deepEqual(
        years.map(({ year }) => year),
        years.map(({ year }) => year).toSorted((a, b) => b.localeCompare(a)),
      );
      assert.equal(
        months,
        years.reduce((sum, year) => sum + year.months, 0),
      );
      assert.ok(years.every(({ employer, statusName }) => employer > 0 && statusName !== ''));
    });

    test('chronic-disease entitlements name disease and hospital', async () => {
      const { api } = await scanned('retiree-90');
      const { entitlements, asOf } = await api.call<EntitlementsView>('GET', '/me/entitlements');
      assert.ok(entitlements.length > 0 && entitlements.every(({ disease }) => disease !== ''));
      assert.ok(asOf);
    });

    test('a unit answers to the handler that the platform names, and is not there for anyone else', async () => {
      const handler = await scanned('handler-gansu');
      const unit = await handler.api.call<UnitEnrolmentView>('GET', `/units/${longyuan}/enrolment`);
      assert.deepEqual([unit.name, unit.members, unit.statusName], ['兰州陇原机械有限公司', 186, '正常参保']);
      const worker = await scanned('worker-gansu');
      const refused = await worker.api.send('GET', `/units/${longyuan}/enrolment`);
      const unknown = await worker.api.send('GET', '/units/91620102MA7YB0107X/enrolment');
      assert.deepEqual([refused.status, unknown.status], [404, 404]);
      assert.equal(refused.text, unknown.text);
    });

    test('while the platform is away the answer says so and what to do', async () => {
      const { api } = await scanned('retiree-gansu');
      await fetch(`${product.sandboxUrl}/misbehave`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ target: 'platform', mode: 'outage', ms: 3000 }),
      });
      const { status, text } = await api.send('GET', '/me/payments');
      assert.equal(status, 503);
      assert.match(text, /platform-unavailable/);
    });
  });
}
