/** Every item that can be filed, in every region that offers it: from scan to close, and each exit. */
import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import type { OfficerCaseView } from '@yiban/shared-types/agency';
import type { Answers, CaseView } from '@yiban/shared-types/cases';
import type { AidStandards, ItemPage, ItemSummary } from '@yiban/shared-types/catalogue';
import type { UnitView } from '@yiban/shared-types/units';
import { CitizenClient } from '../../scripts/client/citizen.ts';
import { drawnPaper } from '../../scripts/demo/drawn-papers.ts';
import { itemsNamedBySeeds } from '../browser/named-by-seeds.ts';
import { startProduct } from '../server/running-server.ts';
import { employerHandledBy } from './employers.ts';
import { filledCase, type Filling } from './filled-case.ts';
import { Office } from './office.ts';
import { aid, aided } from './aid-grant.ts';

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
  'unit-enrolment-change',
  'employee-enrolment-change',
  'resident-enrolment-change',
  'remote-retiree',
  'remote-resident',
  'remote-worker',
  'remote-referral',
  'enrolment-certificate',
  'special-drug',
]);

interface Referred {
  readonly filer: string;
  readonly answers?: Answers;
  /** Acts for the unit on a letter that no officer has checked. */
  readonly onLetter?: boolean;
}

const notInsuredNow: Readonly<Record<string, Referred>> = {
  '140825': { filer: 'paused-xinjiang-county' },
  '340000': { filer: 'terminated-anhui' },
};

/** Filings of items that are decided at once, or may be, which a rule sends to officers: who files, with which answers. */
const referred: Readonly<Record<string, Readonly<Record<string, Referred>>>> = {
  'unit-enrolment-change': everywhere((place) => ({ filer: `worker-${place}`, onLetter: true })),
  'employee-enrolment-change': notInsuredNow,
  'resident-enrolment-change': notInsuredNow,
  'account-withdrawal': everywhere((place) => ({ filer: `retiree-${place}`, answers: { accountHolder: '测试某' } })),
  'remote-retiree': everywhere((place) => ({ filer: `worker-${place}` })),
  'remote-resident': notInsuredNow,
  'remote-worker': notInsuredNow,
  'remote-referral': everywhere((place) => ({ filer: `retiree-${place}`, answers: { referredOn: '2026-05-06' } })),
  // Refused to nobody whom the platform knows.
  'enrolment-certificate': {},
  'special-drug': { '140825': { filer: 'paused-xinjiang-county' } },
};

function everywhere<T>(of: (place: string) => T): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(regions).map(([region, place]) => [region, of(place)]));
}

function isFiled({ mode, form }: ItemPage): boolean {
  return mode === 'on-application' && form !== null;
}

const exits = ['declined', 'rejected', 'withdrawn'] as const;

for (const database of ['sqlite', 'mariadb'] as const) {
  describe(`every item on ${database}`, async () => {
    const product = await startProduct({ database });
    after(product.stop);
    /** Of these the whole way was gone: `region item`. */
    const works = new Set<string>();
    /** How each item ended other than by being granted: `item exit`. */
    const ended = new Set<string>();

    const stranger = await CitizenClient.scanned(product.baseUrl, product.sandboxUrl, 'retiree-gansu');
    const pagesOf = new Map<string, readonly ItemPage[]>();
    for (const region of Object.keys(regions)) {
      const offered = await stranger.api.call<readonly ItemSummary[]>('GET', `/regions/${region}/items`);
      pagesOf.set(
        region,
        await Promise.all(
          offered.map(({ id }) => stranger.api.call<ItemPage>('GET', `/regions/${region}/items/${id}`)),
        ),
      );
    }
    /** Where a filing of the item comes before officers. */
    const reaching = (item: string): readonly string[] =>
      immediate.has(item)
        ? Object.keys(referred[item] ?? {})
        : Object.keys(regions).filter((region) => pagesOf.get(region)?.some(({ id }) => id === item));
    /** Exits that the item takes in this region: over all its regions together, each of them. */
    const exitsIn = (item: string, region: string): readonly (typeof exits)[number][] => {
      const places = reaching(item);
      return exits.filter((_, i) => places[i % places.length] === region);
    };

    for (const [region, place] of Object.entries(regions)) {
      // Logged in when the region's turn comes: the tests of all of them take longer than an access token lasts.
      const officers = once(() => Office.of(product, region));
      const citizens = new Map<string, Promise<CitizenClient>>();
      const known = async (key: string): Promise<CitizenClient> => {
        const citizen = citizens.get(key) ?? CitizenClient.scanned(product.baseUrl, product.sandboxUrl, key);
        citizens.set(key, citizen);
        return citizen;
      };
      const filer = (item: string): Promise<CitizenClient> => known(`${filers[item] ?? 'retiree'}-${place}`);
      const pages = pagesOf.get(region) ?? [];

      // Units and institutions are acted for by the handler whom the platform names.
      const code = await employerHandledBy(product.sandboxUrl, `handler-${place}`);
      const handling = once(async () => {
        const handler = await known(`handler-${place}`);
        return { handler, unit: (await handler.actFor(region, code)).id };
      });

      for (const { id: item, applicants, materials } of pages.filter(isFiled)) {
        const forUnit = !applicants.includes('person');
        const usual = async (): Promise<{ citizen: CitizenClient; filling: Filling }> => {
          if (!forUnit) return { citizen: await filer(item), filling: {} };
          const { handler, unit } = await handling();
          return { citizen: handler, filling: { unit } };
        };

        for (const exit of exitsIn(item, region)) {
          test(`${region} ${item}: ${exit}`, async () => {
            const { filer: other, answers = {}, onLetter = false } = referred[item]?.[region] ?? {};
            const office = await officers();
            const { citizen, filling } =
              other === undefined ? await usual() : { citizen: await known(other), filling: {} };
            const where = onLetter ? { unit: (await actingOnLetter(citizen, region, code)).id } : filling;
            const submitted = await citizen.submit(await filledCase(citizen, item, region, { ...where, answers }));
            assert.equal(submitted.status, 'submitted', submitted.next);
            await leftBy(exit, citizen, office, submitted);
            const { status, decision } = await citizen.one(submitted.id);
            assert.equal(status, exit);
            if (exit !== 'withdrawn') assert.match(decision?.remedies ?? '', /行政复议.*行政诉讼/s);
            ended.add(`${item} ${exit}`);
          });
        }

        test(`${region} ${item}: from scan to close, by way of a supplement where officers decide`, async () => {
          const office = await officers();
          const { citizen, filling } = await usual();
          let submitted = await citizen.submit(await filledCase(citizen, item, region, filling));
          assert.match(submitted.number ?? '', /^\d{21}$/);
          if (immediate.has(item)) assert.equal(submitted.status, 'closed', submitted.next);
          if (submitted.status === 'submitted') {
            const material = materials.find(({ required }) => required === true)?.id;
            await office
              .officer('first-reviewer')
              .act('supplement', submitted.id, { items: [{ material, reason: '请核对后再交一次' }] });
            const asked = await citizen.one(submitted.id);
            assert.deepEqual([asked.status, asked.clock], ['supplement', 'stopped']);
            submitted = await citizen.supplement(asked);
          }
          const { status, outcome, history, documents } = await finished(citizen, office, submitted);
          assert.deepEqual([status, outcome], ['closed', 'granted']);
          assert.equal(history[0]?.to, 'submitted');
          assert.ok(documents.some(({ kind }) => kind === 'acceptance-notice'));
          works.add(`${region} ${item}`);
        });
      }

      for (const { id: item, applicants, mode } of pages.filter((page) => !isFiled(page))) {
        test(`${region} ${item}: answered without a case`, async () => {
          if (applicants.includes('public')) {
            const read = await stranger.api.call<AidStandards>('GET', `/regions/${region}/aid-standards`);
            assert.ok(read.standards.length > 0);
          } else if (mode === 'proactive') {
            const office = await officers();
            const started = await office
              .officer('window')
              .api.write<OfficerCaseView>('POST', '/agency/grants', { item, person: aided, form: aid });
            await office.workOff(started.id);
            assert.equal((await (await known('resident-anhui')).one(started.id)).outcome, 'granted');
          } else {
            const [who, path] = applicants.includes('person')
              ? [await filer(item), '/me/enrolments']
              : [(await handling()).handler, `/units/${code}/enrolment`];
            const { source, asOf } = await who.api.call<{ source: string; asOf: string }>('GET', path);
            assert.match(source, /医保信息平台/);
            assert.ok(Date.parse(asOf) > Date.now() - 60_000);
          }
          works.add(`${region} ${item}`);
        });
      }

      test(`${region}: what a supplement asks for is handed in, and the case goes on where it was`, async () => {
        const office = await officers();
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
        const office = await officers();
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

    test('33/33 items, each in every region that a seed names for it, and each by every exit that it has', (t) => {
      const named = itemsNamedBySeeds();
      assert.deepEqual(
        named.filter((one) => !works.has(one)),
        [],
      );
      assert.equal(new Set(named.map((one) => one.split(' ')[1])).size, 33);
      const decided = new Set(
        [...pagesOf.values()]
          .flat()
          .filter(isFiled)
          .map(({ id }) => id),
      );
      const owed = [...decided].filter((item) => reaching(item).length > 0);
      assert.deepEqual(
        owed.flatMap((item) => exits.map((exit) => `${item} ${exit}`)).filter((one) => !ended.has(one)),
        [],
      );
      const counts = Object.keys(regions).map(
        (one) => `${one}: ${named.filter((each) => each.startsWith(one)).length}`,
      );
      t.diagnostic(`33/33 items work; ${counts.join(', ')}; ${ended.size} exits`);
    });
  });
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => (made ??= make());
}

async function actingOnLetter(citizen: CitizenClient, region: string, code: string): Promise<UnitView> {
  const letter = await citizen.upload(await drawnPaper('委托书', ['办理医保事项']), { purpose: 'photo' });
  return citizen.actFor(region, code, { letter: [letter.id] });
}

async function leftBy(
  exit: (typeof exits)[number],
  citizen: CitizenClient,
  office: Office,
  { id }: CaseView,
): Promise<void> {
  switch (exit) {
    case 'declined':
      await office.officer('window').act('decline', id, { reason: '不属于本统筹区受理范围' });
      break;
    case 'rejected':
      await office.officer('window').act('accept', id);
      await office.officer('first-reviewer').claim(id);
      await office.officer('first-reviewer').act('reject', id, { reason: '不符合规定的条件' });
      break;
    case 'withdrawn':
      await citizen.api.write('POST', `/cases/${id}/withdraw`, { version: (await citizen.one(id)).version });
      break;
  }
}

/** The case at its end: at once, or worked off by officers. */
async function finished(citizen: CitizenClient, office: Office, submitted: CaseView): Promise<CaseView> {
  if (submitted.status !== 'closed') await office.workOff(submitted.id);
  return citizen.one(submitted.id);
}
