/** 医疗救助: the agency starts a grant, the person is told and sees it; the standards are there for everyone. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, describe, test } from 'node:test';
import type { OfficerCaseView } from '@yiban/shared-types/agency';
import type { AidStandards } from '@yiban/shared-types/catalogue';
import type { CasePage } from '@yiban/shared-types/cases';
import type { InboxPage } from '@yiban/shared-types/inbox';
import { CitizenClient } from '../../scripts/client/citizen.ts';
import { startProduct } from '../server/running-server.ts';
import { Office } from './office.ts';
import { aid as form, aided as person } from './aid-grant.ts';

for (const database of ['sqlite', 'mariadb'] as const) {
  describe(`medical aid on ${database}`, async () => {
    const product = await startProduct({ database });
    after(product.stop);
    const office = await Office.of(product, '340000');
    const window = office.officer('window').api;

    test('a grant is started once, told to a person who never used this product, paid, and documented', async () => {
      const key = { 'idempotency-key': randomUUID() };
      const body = { item: 'aid-grant', person, form };
      const started = await window.call<OfficerCaseView>('POST', '/agency/grants', body, key);
      assert.equal(started.status, 'first-review');
      const again = await window.call<OfficerCaseView>('POST', '/agency/grants', body, key);
      assert.equal(again.id, started.id);

      const citizen = await CitizenClient.scanned(product.baseUrl, product.sandboxUrl, 'resident-anhui');
      const { items } = await citizen.api.call<InboxPage>('GET', '/me/inbox');
      assert.equal(items[0]?.title, '医保部门主动为您办理');
      const cases = await citizen.api.call<CasePage>('GET', '/cases');
      assert.deepEqual(
        cases.items.map(({ id, item }) => [id, item]),
        [[started.id, 'aid-grant']],
      );
      await office.workOff(started.id);
      const closed = await citizen.one(started.id);
      assert.deepEqual([closed.status, closed.outcome], ['closed', 'granted']);
      assert.match(closed.history[0]?.actor ?? '', /经办人员/);
      assert.ok(closed.documents.some(({ kind }) => kind === 'settlement-statement'));
      const payments: readonly { key: string }[] = await (await fetch(`${product.sandboxUrl}/payments`)).json();
      assert.equal(payments.filter((one) => one.key.startsWith(started.id)).length, 1);
    });

    test('all that is missing is told at once; people’s own items and unknown people are refused', async () => {
      const send = async (body: object): Promise<string> =>
        (await window.send('POST', '/agency/grants', body, { 'idempotency-key': randomUUID() })).text;
      const incomplete = await send({ item: 'aid-grant', person, form: { category: 'low-income' } });
      for (const name of ['grounds', 'burden', 'bank', 'bankCard']) assert.ok(incomplete.includes(`/form/${name}`));
      assert.match(await send({ item: 'remote-retiree', person, form: {} }), /item-not-started/);
      assert.match(await send({ item: 'aid-grant', person: { ...person, name: '某某' }, form }), /person-not-found/);
      const payer = office.officer('payer').api;
      assert.match(
        (await payer.send('POST', '/agency/grants', { item: 'aid-grant', person, form })).text,
        /not-allowed/,
      );
    });

    test('the standards are open to all, and a region without any says whom to ask', async () => {
      const citizen = await CitizenClient.scanned(product.baseUrl, product.sandboxUrl, 'resident-anhui');
      const published = await citizen.api.call<AidStandards>('GET', '/regions/340000/aid-standards');
      assert.equal(published.standards[0]?.rate, '不低于 70%');
      const none = await citizen.api.call<AidStandards>('GET', '/regions/140825/aid-standards');
      assert.deepEqual(none.standards, []);
      assert.match(none.introduction, /12393/);
    });
  });
}
