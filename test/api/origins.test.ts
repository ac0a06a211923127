/** People of Hong Kong, Macao, Taiwan and abroad: the credential says where they come from, and their papers are asked for. */
import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import type { CheckResult } from '@yiban/shared-types/cases';
import { CitizenClient } from '../../scripts/client/citizen.ts';
import { startProduct } from '../server/running-server.ts';

const region = '340000';
const wanted = ({ errors }: CheckResult): readonly string[] =>
  errors.filter(({ code }) => code === 'missing').map(({ pointer }) => pointer);

for (const database of ['sqlite', 'mariadb'] as const) {
  describe(`people from elsewhere on ${database}`, async () => {
    const product = await startProduct({ database });
    after(product.stop);
    const person = (key: string): Promise<CitizenClient> =>
      CitizenClient.scanned(product.baseUrl, product.sandboxUrl, key);

    for (const [key, origin, permit] of [
      ['hongkong-anhui', 'hong-kong-macao-taiwan', '/materials/hmt-permit'],
      ['macao-anhui', 'hong-kong-macao-taiwan', '/materials/hmt-permit'],
      ['foreigner-anhui', 'foreign', '/materials/foreigner-permit'],
    ] as const) {
      test(`${key}: the form begins with what the credential says, and asks for the papers of such people`, async () => {
        const citizen = await person(key);
        const draft = await citizen.open('employee-enrolment', region, { employment: 'flexible', action: 'add' });
        assert.equal(draft.form['personKind'], origin);
        assert.match(String(draft.form['documentNo']), /^[A-Z0-9]{6,}$/);
        assert.ok(wanted(await citizen.check(draft)).includes(permit));
      });
    }

    test('a resident of Taiwan is asked for the residence permit', async () => {
      const citizen = await person('taiwan-anhui');
      const draft = await citizen.open('resident-enrolment', region, {});
      assert.equal(draft.form['personKind'], 'hong-kong-macao-taiwan');
      assert.ok(wanted(await citizen.check(draft)).includes('/materials/hmt-residence-permit'));
    });

    test('whoever says they come from elsewhere than their credential says goes to an officer', async () => {
      const citizen = await person('foreigner-anhui');
      const draft = await citizen.open('employee-enrolment', region, {
        employment: 'flexible',
        action: 'pause',
        personKind: 'mainland',
      });
      const { warnings } = await citizen.check(draft);
      assert.ok(warnings.some(({ code }) => code === 'origin-agrees'));
    });

    test('people of the mainland are asked for no such paper, and no number of theirs is carried over', async () => {
      const citizen = await person('flexible-anhui');
      const draft = await citizen.open('employee-enrolment', region, { employment: 'flexible', action: 'pause' });
      assert.deepEqual([draft.form['personKind'], draft.form['documentNo']], ['mainland', undefined]);
      const { errors, warnings } = await citizen.check(draft);
      assert.ok(!errors.some(({ pointer }) => /permit|documentNo/.test(pointer)));
      assert.ok(!warnings.some(({ code }) => code === 'origin-agrees'));
    });
  });
}
