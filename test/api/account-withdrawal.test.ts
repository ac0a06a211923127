/** 个人账户一次性支取: grounds with their materials, the balance read and never typed, heirs in their own name. */
import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import type { OfficerCaseView } from '@yiban/shared-types/agency';
import type { Answers, CaseView } from '@yiban/shared-types/cases';
import { CitizenClient } from '../../scripts/client/citizen.ts';
import { startProduct } from '../server/running-server.ts';
import { filledCase } from './filled-case.ts';
import { Office } from './office.ts';

const item = 'account-withdrawal';
const deceased = { name: '吴长福', idNo: '620100194810090212', on: '2026-08-15' };
const heirAnswers: Answers = {
  ground: 'deceased',
  deceasedName: deceased.name,
  deceasedIdNo: deceased.idNo,
  deceasedOn: deceased.on,
  relation: 'child',
  accountHolder: '吴晓东',
};

interface Deed {
  readonly operation: string;
  readonly person: string | null;
  readonly fields: Readonly<Record<string, string>>;
}

for (const database of ['sqlite', 'mariadb'] as const) {
  describe(`withdrawing a personal account on ${database}`, async () => {
    const product = await startProduct({ database });
    after(product.stop);
    const offices = new Map(
      await Promise.all(
        ['620000', '340000'].map(async (region) => [region, await Office.of(product, region)] as const),
      ),
    );
    const office = (region: string): Office => offices.get(region) ?? assert.fail(`no office in ${region}`);
    const scanned = (person: string): Promise<CitizenClient> =>
      CitizenClient.scanned(product.baseUrl, product.sandboxUrl, person);
    const deeds = async (): Promise<readonly Deed[]> => (await fetch(`${product.sandboxUrl}/registrations`)).json();

    const materialsOf: Readonly<Record<string, readonly string[]>> = {
      emigrated: ['application-form', 'emigration-proof'],
      resettled: ['application-form'],
      transferred: ['application-form'],
      'given-up': ['application-form', 'giving-up-statement'],
      deceased: ['application-form', 'kinship', 'death-proof'],
    };
    test('each ground asks for its own materials', async () => {
      const citizen = await scanned('account-gansu');
      for (const [ground, expected] of Object.entries(materialsOf)) {
        const draft = await citizen.open(item, '620000', { ground });
        const { requirements } = await citizen.check(draft);
        const asked = requirements.filter(({ required, given }) => required && !given).map(({ material }) => material);
        assert.deepEqual(asked.toSorted(), expected.toSorted(), ground);
      }
    });

    test('resettled with 8,765.32 yuan: the balance is shown, settled as it is, paid out, and the account is closed', async () => {
      const citizen = await scanned('account-gansu');
      const draft = await filledCase(citizen, item, '620000', {
        answers: { ground: 'resettled', accountHolder: '高振华' },
      });
      const { readings } = await citizen.check(draft);
      assert.deepEqual(
        readings.map(({ name, shown }) => [name, shown]),
        [['个人账户余额', '8,765.32 元']],
      );
      const { id } = await citizen.submit(draft);
      const first = office('620000').officer('first-reviewer');
      await office('620000').officer('window').act('accept', id);
      await first.claim(id);
      const { settlementCategories } = await first.one(id);
      assert.deepEqual(settlementCategories, [{ id: 'balance', name: '个人账户余额', amount: 876_532, exact: true }]);
      const other = { settlement: [{ category: 'balance', claimed: 876_533, approved: 876_533 }] };
      await assert.rejects(first.act('pass', id, other), /amount-not-exact/);
      await office('620000').workOff(id);
      const closed = await citizen.one(id);
      assert.deepEqual([closed.status, closed.settlement?.approved], ['closed', 876_532]);
      const withdrawal = (await deeds()).find(
        ({ operation, person }) => operation === 'withdraw-account' && person === 'account-gansu',
      );
      assert.equal(withdrawal?.fields['wdr_amt'], '8765.32');
      const { accounts } = await citizen.api.call<{ accounts: readonly { balance: number; open: boolean }[] }>(
        'GET',
        '/me/accounts',
      );
      assert.deepEqual(
        accounts.map(({ balance, open }) => [balance, open]),
        [[0, false]],
      );
    });

    test('5,000 yuan or less is not paid out for a move, and the sentence says so', async () => {
      const citizen = await scanned('retiree-gansu');
      const draft = await citizen.open(item, '620000', { ground: 'resettled', accountHolder: '赵秀兰' });
      const { errors } = await citizen.check(draft);
      assert.ok(errors.some(({ code }) => code === 'balance-over-five-thousand-yuan'));
    });

    test('an heir files in their own name; the deed is about the deceased, whose death the platform bears out', async () => {
      const citizen = await scanned('heir-gansu');
      const draft = await filledCase(citizen, item, '620000', { answers: heirAnswers });
      const { readings, requirements, warnings } = await citizen.check(draft);
      assert.equal(readings[0]?.shown, '6,320.18 元');
      assert.ok(requirements.find(({ material }) => material === 'death-proof')?.given);
      assert.ok(warnings.some(({ code }) => code === 'kinship-is-checked'));
      const { id } = await citizen.submit(draft);
      await office('620000').workOff(id);
      const closed = await citizen.one(id);
      assert.deepEqual([closed.status, closed.settlement?.approved], ['closed', 632_018]);
      const withdrawal = (await deeds()).find(
        ({ operation, person }) => operation === 'withdraw-account' && person === 'deceased-gansu',
      );
      assert.equal(withdrawal?.fields['wdr_amt'], '6320.18');
    });

    test('nobody learns what lies in the account of someone who is alive, nor names themselves', async () => {
      const citizen = await scanned('heir-gansu');
      const alive = await citizen.open(item, '620000', {
        ...heirAnswers,
        deceasedName: '高振华',
        deceasedIdNo: '620100196004180191',
      });
      const about = await citizen.check(alive);
      assert.deepEqual(about.readings, []);
      assert.ok(about.warnings.some(({ code }) => code === 'death-on-record'));
      const own = await citizen.open(item, '620000', {
        ...heirAnswers,
        deceasedName: '吴晓东',
        deceasedIdNo: '620100197507140233',
      });
      assert.ok((await citizen.check(own)).errors.some(({ code }) => code === 'heir-is-another'));
    });

    test('where the region decides at once, the exact balance is granted at once and a payer pays it', async () => {
      const citizen = await scanned('worker-anhui');
      const submitted = await citizen.submit(
        await filledCase(citizen, item, '340000', { answers: { ground: 'emigrated', accountHolder: '汪涛' } }),
      );
      assert.equal(submitted.status, 'payment', submitted.next);
      assert.ok((submitted.settlement?.approved ?? 0) > 0);
      await office('340000').officer('payer').payOut(submitted.id);
      const closed = await citizen.one(submitted.id);
      assert.deepEqual([closed.status, closed.outcome], ['closed', 'granted']);
    });

    test('what was sent back from payment and settled again goes upstream once', async () => {
      const citizen = await scanned('referral-anhui');
      const { id } = await citizen.submit(
        await filledCase(citizen, item, '340000', { answers: { ground: 'given-up', accountHolder: '测试某' } }),
      );
      const anhui = office('340000');
      await anhui.officer('window').act('accept', id);
      await anhui.officer('first-reviewer').claim(id);
      const settle = async (): Promise<OfficerCaseView> => {
        const { settlementCategories } = await anhui.officer('first-reviewer').one(id);
        const amount = settlementCategories[0]?.amount ?? 0;
        return anhui.officer('first-reviewer').act('pass', id, {
          settlement: [{ category: 'balance', claimed: amount, approved: amount }],
        });
      };
      await settle();
      await anhui.officer('second-reviewer').act('pass', id);
      await anhui.officer('payer').act('send-back', id, { reason: '请再核对一次银行卡' });
      await anhui.officer('second-reviewer').act('pass', id);
      await anhui.officer('payer').payOut(id);
      const view: CaseView = await citizen.one(id);
      assert.equal(view.status, 'closed');
      const sent = (await deeds()).filter(
        ({ operation, person }) => operation === 'withdraw-account' && person === 'referral-anhui',
      );
      assert.equal(sent.length, 1);
    });
  });
}
