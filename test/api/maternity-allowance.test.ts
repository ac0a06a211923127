/** 生育津贴: an estimate that is marked as one, and one filing for delivery and allowance together. */
import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import type { AllowanceEstimate } from '@yiban/shared-types/estimates';
import { CitizenClient } from '../../scripts/client/citizen.ts';
import { startProduct } from '../server/running-server.ts';
import { filledCase } from './filled-case.ts';
import { Office } from './office.ts';

for (const database of ['sqlite', 'mariadb'] as const) {
  describe(`the maternity allowance on ${database}`, async () => {
    const product = await startProduct({ database });
    after(product.stop);
    const office = await Office.of(product, '620000');
    const citizen = await CitizenClient.scanned(product.baseUrl, product.sandboxUrl, 'mother-gansu');
    const estimate = (body: object): Promise<AllowanceEstimate> =>
      citizen.api.call('POST', '/regions/620000/estimates/maternity-allowance', body);

    test('anyone may reckon it: days line by line, the amount from the wage, formula and law beside it', async () => {
      const wage = 785_000;
      const twins = await estimate({ event: 'birth', birthKind: 'caesarean', children: 2, averageMonthlyWage: wage });
      assert.deepEqual(
        twins.lines.map(({ days }) => days),
        [98, 15, 15],
      );
      assert.deepEqual([twins.days, twins.amount], [128, Math.round((785_000 * 128) / 30)]);
      assert.ok(twins.estimate && twins.note.includes('估算') && twins.basis[0]?.article?.includes('第七条'));
      const early = await estimate({ event: 'miscarriage', pregnancyLength: 'under-four-months' });
      assert.deepEqual([early.days, early.amount], [15, null]);
      assert.equal((await estimate({ event: 'miscarriage', pregnancyLength: 'four-months-or-more' })).days, 42);
    });

    test('in a case the wage is the employer’s at the platform, and the officer sees what it comes to', async () => {
      const draft = await filledCase(citizen, 'maternity-allowance', '620000', {
        answers: { event: 'birth', birthKind: 'natural', children: 1 },
      });
      const checked = await citizen.check(draft);
      assert.deepEqual([checked.estimate?.days, checked.estimate?.amount], [98, Math.round((785_000 * 98) / 30)]);
      assert.deepEqual(
        checked.readings.map(({ shown }) => shown),
        ['兰州陇原机械有限公司', '7,850.00 元'],
      );
      const { id } = await citizen.submit(draft);
      await office.officer('window').act('accept', id);
      await office.officer('first-reviewer').claim(id);
      const { settlementCategories, estimate: shown } = await office.officer('first-reviewer').one(id);
      assert.deepEqual(settlementCategories, [
        { id: 'allowance', name: '生育津贴', amount: checked.estimate?.amount, exact: false },
      ]);
      assert.equal(shown?.amount, checked.estimate?.amount);
      await office.workOff(id);
      assert.equal((await citizen.one(id)).settlement?.approved, checked.estimate?.amount);
    });

    test('delivery and allowance together: materials once, both parts in one settlement, paid once', async () => {
      const draft = await filledCase(citizen, 'maternity-delivery', '620000', {
        answers: { withAllowance: true, birthKind: 'natural', children: 1, deliveryDate: '2026-10-10' },
      });
      const { id } = await citizen.submit(draft);
      const first = office.officer('first-reviewer');
      await office.officer('window').act('accept', id);
      await first.claim(id);
      const { settlementCategories, claimedTotal } = await first.one(id);
      const allowance = settlementCategories.find(({ id: category }) => category === 'allowance')?.amount ?? 0;
      assert.equal(allowance, Math.round((785_000 * 98) / 30));
      await first.act('pass', id, {
        settlement: [
          { category: 'treatment', claimed: claimedTotal, approved: claimedTotal },
          { category: 'allowance', claimed: allowance, approved: allowance },
        ],
      });
      await office.workOff(id);
      const { status, settlement, documents } = await citizen.one(id);
      assert.deepEqual([status, settlement?.approved], ['closed', claimedTotal + allowance]);
      assert.ok(documents.some(({ kind }) => kind === 'settlement-statement'));
      const payments: readonly { key: string; fields: Record<string, string> }[] = await (
        await fetch(`${product.sandboxUrl}/payments`)
      ).json();
      const paid = payments.filter(({ key }) => key.startsWith(id));
      assert.deepEqual(
        paid.map(({ fields }) => Math.round(Number(fields['pay_amt']) * 100)),
        [claimedTotal + allowance],
      );
    });

    test('the allowance of one birth is asked for once, by whichever item', async () => {
      const again = await citizen.open('maternity-allowance', '620000', { event: 'birth', eventDate: '2026-10-10' });
      const { errors } = await citizen.check(again);
      assert.ok(
        errors.some(({ pointer, code }) => pointer === '/form/eventDate' && code === 'maternity-allowance-claimed'),
      );
      const other = await citizen.open('maternity-allowance', '620000', { event: 'birth', eventDate: '2026-10-09' });
      assert.ok(!(await citizen.check(other)).errors.some(({ code }) => code === 'maternity-allowance-claimed'));
    });

    test('without the allowance its category is not there', async () => {
      const draft = await filledCase(citizen, 'maternity-delivery', '620000', { answers: { withAllowance: false } });
      assert.equal((await citizen.check(draft)).estimate, null);
      const { id } = await citizen.submit(draft);
      await office.officer('window').act('accept', id);
      const { settlementCategories } = await office.officer('first-reviewer').claim(id);
      assert.ok(!settlementCategories.some(({ id: category }) => category === 'allowance'));
      const given = { settlement: [{ category: 'allowance', claimed: 100, approved: 100 }] };
      await assert.rejects(office.officer('first-reviewer').act('pass', id, given), /unknown-category/);
    });
  });
}
