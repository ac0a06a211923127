/** What a person can do now comes from their enrolments and open cases, not from a list for all. */
import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import type { SuggestionsView } from '@yiban/shared-types/suggestions';
import { CitizenClient } from '../../scripts/client/citizen.ts';
import { startProduct } from '../server/running-server.ts';

for (const database of ['sqlite', 'mariadb'] as const) {
  describe(`suggestions on ${database}`, async () => {
    const product = await startProduct({ database });
    after(product.stop);
    const scanned = (person: string): Promise<CitizenClient> =>
      CitizenClient.scanned(product.baseUrl, product.sandboxUrl, person);
    const offered = async ({ api }: CitizenClient): Promise<readonly string[]> => {
      const { suggestions } = await api.call<SuggestionsView>('GET', '/me/suggestions');
      return suggestions.map(({ item }) => item.id);
    };

    test('who is not insured is told how to be, and of nothing that needs an insurance', async () => {
      for (const person of ['paused-xinjiang-county', 'terminated-anhui']) {
        const items = await offered(await scanned(person));
        assert.deepEqual(items.slice(0, 2), ['resident-enrolment', 'employee-enrolment'], person);
        assert.ok(!items.some((id) => /^(remote-|maternity-|inpatient-)/.test(id)), `${person}: ${items.join(' ')}`);
      }
    });

    test('a retiree who is about to move, a mother and a person on low income each see their own first', async () => {
      const first = async (person: string) => (await offered(await scanned(person)))[0];
      assert.equal(await first('retiree-gansu'), 'remote-retiree');
      assert.equal(await first('mother-gansu'), 'maternity-allowance');
      assert.equal(await first('aid-gansu'), 'aid-premium-subsidy');
      assert.equal(await first('account-gansu'), 'account-withdrawal');
    });

    test('what only another region offers is not put forward', async () => {
      assert.ok((await offered(await scanned('resident-xinjiang-county'))).includes('special-drug'));
      assert.ok(!(await offered(await scanned('referral-anhui'))).includes('special-drug'));
    });

    test('each is put forward with a reason, the source and the time of the answer', async () => {
      const { api } = await scanned('retiree-anhui');
      const { suggestions, source, asOf } = await api.call<SuggestionsView>('GET', '/me/suggestions');
      assert.ok(suggestions.every(({ because }) => because.endsWith('。')));
      assert.equal(source, '国家医保信息平台');
      assert.ok(Math.abs(Date.now() - Date.parse(asOf)) < 60_000);
    });

    test('what the person has under way is not put forward again until it is over', async () => {
      const citizen = await scanned('retiree-xinjiang-county');
      assert.ok((await offered(citizen)).includes('remote-retiree'));
      const draft = await citizen.open('remote-retiree', '140825', {});
      assert.ok(!(await offered(citizen)).includes('remote-retiree'));
      await citizen.api.call('DELETE', `/cases/${draft.id}`);
      assert.ok((await offered(citizen)).includes('remote-retiree'));
    });
  });
}
