/** The record of what a person agreed to: which text, when, until when. */
import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import type { ConsentsView, ConsentView } from '@yiban/shared-types/consents';
import type { PersonalData } from '@yiban/shared-types/personal-data';
import { CitizenClient } from '../../scripts/client/citizen.ts';
import { startProduct } from '../server/running-server.ts';

for (const database of ['sqlite', 'mariadb'] as const) {
  describe(`consents on ${database}`, async () => {
    const product = await startProduct({ database });
    after(product.stop);
    const { baseUrl, sandboxUrl } = product;
    const scanned = async (person: string) => CitizenClient.scanned(baseUrl, sandboxUrl, person);
    const notice = { kind: 'privacy-notice', version: '1' } as const;
    const answer = async (citizen: CitizenClient, body: object): Promise<readonly ConsentView[]> =>
      (await citizen.api.call<ConsentsView>('POST', '/me/consents', body)).consents;
    const exported = async (citizen: CitizenClient): Promise<readonly ConsentView[]> =>
      (await citizen.api.call<PersonalData>('GET', '/me/export')).consents;

    test('a text that nobody was ever shown, or of no known kind, is agreed to by nobody', async () => {
      const citizen = await scanned('worker-gansu');
      for (const body of [
        { ...notice, version: '99', given: true },
        { ...notice, kind: 'marketing', given: true },
        { ...notice, given: 'perhaps' },
        notice,
      ])
        assert.equal((await citizen.api.send('POST', '/me/consents', body)).status, 400, JSON.stringify(body));
      assert.deepEqual(await exported(citizen), []);
    });

    test('a consent said eight times at once stands once, with its time', async () => {
      const citizen = await scanned('retiree-gansu');
      const before = new Date().toISOString();
      await Promise.all(Array.from({ length: 8 }, async () => answer(citizen, { ...notice, given: true })));
      const [consent, ...more] = await exported(citizen);
      assert.deepEqual(more, []);
      assert.deepEqual([consent?.kind, consent?.version, consent?.withdrawnAt], ['privacy-notice', '1', null]);
      assert.ok(consent !== undefined && consent.givenAt >= before && consent.givenAt <= new Date().toISOString());
    });

    test('withdrawing leaves the other consent and the record of the first; agreeing anew is a new one', async () => {
      const citizen = await scanned('handler-gansu');
      await answer(citizen, { ...notice, given: true });
      await answer(citizen, { kind: 'sensitive-data', version: '1', given: true });
      await answer(citizen, { ...notice, given: false });
      const standing = (consents: readonly ConsentView[]) =>
        consents.map(({ kind, withdrawnAt }) => `${kind} ${withdrawnAt === null ? 'stands' : 'withdrawn'}`).toSorted();
      assert.deepEqual(standing(await exported(citizen)), ['privacy-notice withdrawn', 'sensitive-data stands']);
      assert.deepEqual(standing(await answer(citizen, { ...notice, given: true })), [
        'privacy-notice stands',
        'privacy-notice withdrawn',
        'sensitive-data stands',
      ]);
      // Nobody else's record has any of it.
      assert.deepEqual(await exported(await scanned('daughter-gansu')), []);
    });

    test('who closes their account has withdrawn', async () => {
      const citizen = await scanned('resident-gansu');
      await answer(citizen, { ...notice, given: true });
      await citizen.api.call('DELETE', '/me');
      // Whoever comes again is asked again.
      assert.deepEqual(await exported(await scanned('resident-gansu')), []);
    });
  });
}
