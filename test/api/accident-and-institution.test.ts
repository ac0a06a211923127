/** What goes to the platform besides the decision: an accident with its reimbursement, the hospital chosen for a disease. */
import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { z } from 'zod';
import { CitizenClient } from '../../scripts/client/citizen.ts';
import { startProduct } from '../server/running-server.ts';
import { filledCase } from './filled-case.ts';
import { Office } from './office.ts';

const region = '620000';
const deeds = z.array(z.object({ operation: z.string(), key: z.string(), fields: z.record(z.string(), z.string()) }));

for (const database of ['sqlite', 'mariadb'] as const) {
  describe(`accidents and chosen hospitals on ${database}`, async () => {
    const product = await startProduct({ database });
    after(product.stop);
    const office = await Office.of(product, region);
    const citizen = await CitizenClient.scanned(product.baseUrl, product.sandboxUrl, 'retiree-gansu');

    async function deedsOf(item: string, answers: Readonly<Record<string, string | boolean>>) {
      const { id } = await citizen.submit(await filledCase(citizen, item, region, { answers }));
      await office.workOff(id);
      assert.equal((await citizen.one(id)).status, 'closed');
      const all = deeds.parse(await (await fetch(`${product.sandboxUrl}/registrations`)).json());
      return all.filter(({ key }) => key.startsWith(id));
    }

    test('an accident is registered with what happened and when; without one nothing is', async () => {
      const accident = await deedsOf('inpatient-reimbursement', { accident: true, accidentStory: '下楼梯时摔倒' });
      const told = accident.find(({ operation }) => operation === 'register-accident');
      assert.deepEqual([told?.fields['trum_rea'], told?.fields['trum_time']], ['下楼梯时摔倒', '2026-10-12']);
      const none = await deedsOf('inpatient-reimbursement', { accident: false });
      assert.ok(!none.some(({ operation }) => operation === 'register-accident'));
    });

    test('the hospital chosen for a chronic disease is registered with it', async () => {
      const sent = await deedsOf('chronic-disease', { chosenHospital: '兰州大学第一医院' });
      assert.deepEqual(
        sent.map(({ operation }) => operation),
        ['register-chronic-disease', 'register-institution'],
      );
      assert.equal(sent[1]?.fields['fixmedins_name'], '兰州大学第一医院');
    });
  });
}
