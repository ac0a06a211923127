/** Every item that can be filed, in every region that offers it: from scan to close, and each exit. */
import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import type { Answers, CaseView } from '@yiban/shared-types/cases';
import type { ItemPage, ItemSummary } from '@yiban/shared-types/catalogue';
import { CitizenClient } from '../../scripts/client/citizen.ts';
import { startProduct } from '../server/running-server.ts';
import { employerHandledBy } from './employers.ts';
import { filledCase } from './filled-case.ts';
import { Office } from './office.ts';

const regions = { '620000': 'gansu', '140825': 'xinjiang-county', '340000': 'anhui' } as const;

/** Who files an item; a retiree of the region where nobody is named. */
const filers: Readonly<Record<string, string>> = {
  'maternity-delivery': 'mother',
  'maternity-prenatal': 'mother',
  'maternity-family-planning': 'mother',
  'maternity-allowance': 'mother',
  'remote-worker': 'worker',
};

/** Items that are decided at once when every rule is met. */
const immediate = new Set([
  'remote-retiree',
  'remote-resident',
  'remote-worker',
  'remote-referral',
  'enrolment-certificate',
]);

for (const database of ['sqlite', 'mariadb'] as const) {
  describe(`every item on ${database}`, async () => {
    const product = await startProduct({ database });
    after(product.stop);
    let closed = 0;

    for (const [region, place] of Object.entries(regions)) {
      const office = await Office.of(product, region);
      const citizens = new Map<string, Promise<CitizenClient>>();
      const filer = async (item: string): Promise<CitizenClient> => {
        const key = `${filers[item] ?? 'retiree'}-${place}`;
        const known = citizens.get(key) ?? CitizenClient.scanned(product.baseUrl, product.sandboxUrl, key);
        citizens.set(key, known);
        return known;
      };
      const browser = await filer('');
      const offered = await browser.api.call<readonly ItemSummary[]>('GET', `/regions/${region}/items`);
      const pages = await Promise.all(
        offered.map(({ id }) => browser.api.call<ItemPage>('GET', `/regions/${region}/items/${id}`)),
      );
      const filed = pages.filter(
        ({ form, mode }) => mode === 'on-application' && form !== null && form.questions.length > 0,
      );

      // Units and institutions are acted for by the handler whom the platform names.
      const handler = await CitizenClient.scanned(product.baseUrl, product.sandboxUrl, `handler-${place}`);
      const { id: unit } = await handler.actFor(
        region,
        await employerHandledBy(product.sandboxUrl, `handler-${place}`),
      );

      for (const { id: item, applicants } of filed) {
        test(`${region} ${item}: from scan to close`, async () => {
          const forUnit = !applicants.includes('person');
          const citizen = forUnit ? handler : await filer(item);
          const submitted = await citizen.submit(await filledCase(citizen, item, region, forUnit ? { unit } : {}));
          assert.match(submitted.number ?? '', /^\d{21}$/);
          if (immediate.has(item)) assert.equal(submitted.status, 'closed', submitted.next);
          const { status, outcome, history, documents } = await finished(citizen, office, submitted);
          assert.deepEqual([status, outcome], ['closed', 'granted']);
          assert.equal(history[0]?.to, 'submitted');
          assert.ok(documents.some(({ kind }) => kind === 'acceptance-notice'));
          closed += 1;
        });
      }

      test(`${region}: what a supplement asks for is handed in, and the case goes on where it was`, async () => {
        const citizen = await filer('maternity-delivery');
        const draft = await filledCase(citizen, 'maternity-delivery', region);
        const { id } = await citizen.submit(draft);
        await office
          .officer('first-reviewer')
          .act('supplement', id, { items: [{ material: 'medical-record', reason: '缺第二页' }] });
        const asked = await citizen.one(id);
        assert.deepEqual(
          [asked.status, asked.clock, asked.notice?.items[0]?.reason],
          ['supplement', 'stopped', '缺第二页'],
        );
        const handedIn = await citizen.supplement(asked);
        assert.equal(handedIn.status, 'submitted');
        assert.equal((await finished(citizen, office, handedIn)).status, 'closed');
      });

      test(`${region}: a decline and a rejection name the reason and both ways of appeal, and free the receipts`, async () => {
        const citizen = await filer('maternity-delivery');
        const draft = await filledCase(citizen, 'maternity-delivery', region);
        const receipts: Answers = { receipts: draft.form['receipts'] ?? null };
        const { id } = await citizen.submit(draft);
        await office.officer('window').act('decline', id, { reason: '不属于本统筹区受理范围' });
        const declined = await citizen.one(id);
        assert.equal(declined.status, 'declined');
        assert.match(declined.decision?.remedies ?? '', /行政复议.*行政诉讼/s);
        assert.equal(declined.decision?.reason, '不属于本统筹区受理范围');
        const again = await citizen.submit(
          await filledCase(citizen, 'maternity-delivery', region, { answers: receipts }),
        );
        await office.officer('window').act('accept', again.id);
        await office.officer('first-reviewer').claim(again.id);
        await office.officer('first-reviewer').act('reject', again.id, { reason: '费用已由其他基金支付' });
        assert.equal((await citizen.one(again.id)).status, 'rejected');
        const third = await citizen.submit(
          await filledCase(citizen, 'maternity-delivery', region, { answers: receipts }),
        );
        const withdrawn = await citizen.api.write<CaseView>('POST', `/cases/${third.id}/withdraw`, {
          version: third.version,
        });
        assert.equal(withdrawn.status, 'withdrawn');
      });

      test(`${region}: a registration is cancelled with the credential alone`, async () => {
        const citizen = await filer('remote-retiree');
        const { registrations } = await citizen.api.call<{
          registrations: readonly { id: string; item: string | null }[];
        }>('GET', '/me/registrations');
        const [registration] = registrations;
        assert.ok(registration?.item);
        const draft = await filledCase(citizen, registration.item, region, {
          answers: { purpose: 'cancel', registration: registration.id },
        });
        assert.equal((await citizen.submit(draft)).status, 'closed');
        const left = await citizen.api.call<{ registrations: readonly { id: string }[] }>('GET', '/me/registrations');
        assert.ok(!left.registrations.some(({ id }) => id === registration.id));
      });
    }

    test('every filing closed, in all three regions', () => assert.ok(closed >= 81, `${closed} closed`));
  });
}

/** The case at its end: at once, or worked off by officers. */
async function finished(citizen: CitizenClient, office: Office, submitted: CaseView): Promise<CaseView> {
  if (submitted.status !== 'closed') await office.workOff(submitted.id);
  return citizen.one(submitted.id);
}
