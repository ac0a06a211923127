/** Someone who is insured nowhere yet begins to be, in the region that they choose; nothing else is open to them there. */
import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import type { EnrolmentsView } from '@yiban/shared-types/session';
import { CitizenClient } from '../../scripts/client/citizen.ts';
import { startProduct } from '../server/running-server.ts';
import { filledCase } from './filled-case.ts';

for (const database of ['sqlite', 'mariadb'] as const) {
  describe(`insured nowhere, on ${database}`, async () => {
    const product = await startProduct({ database });
    after(product.stop);

    test('what needs an insurance is refused, enrolment is closed at once, and the next scan knows the region', async () => {
      const citizen = await CitizenClient.scanned(product.baseUrl, product.sandboxUrl, 'wife-gansu');
      const known = await citizen.scan('wife-gansu');
      assert.deepEqual([known.person?.region, known.person?.insured], [null, false]);
      await assert.rejects(citizen.open('inpatient-reimbursement', '620000'), /wrong-region/);

      const submitted = await citizen.submit(await filledCase(citizen, 'resident-enrolment', '620000'));
      assert.deepEqual([submitted.status, submitted.outcome], ['closed', 'granted'], submitted.next);

      const { person } = await citizen.scan('wife-gansu');
      assert.deepEqual([person?.region, person?.insured], ['620000', true]);
      const { enrolments } = await citizen.api.call<EnrolmentsView>('GET', '/me/enrolments');
      assert.deepEqual(
        enrolments.map(({ insurance, status }) => [insurance, status]),
        [['resident', 'active']],
      );
    });

    test('who is insured elsewhere can not begin here', async () => {
      const citizen = await CitizenClient.scanned(product.baseUrl, product.sandboxUrl, 'worker-zhejiang');
      await assert.rejects(citizen.open('resident-enrolment', '620000'), /wrong-region/);
    });
  });
}
