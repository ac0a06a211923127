/** A region's rules changed as data by its administrator, over HTTP against the product as it runs. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, describe, test } from 'node:test';
import type {
  EditedItem,
  HolidayYear,
  RegionRules,
  RulesPreview,
  RulesVersion,
} from '@yiban/shared-types/administration';
import type { ItemPage, Region } from '@yiban/shared-types/catalogue';
import type { Problem } from '@yiban/shared-types/problems';
import { CitizenClient } from '../../scripts/client/citizen.ts';
import { OfficerClient } from '../../scripts/client/officer.ts';
import { filledCase } from './filled-case.ts';
import { startProduct } from '../server/running-server.ts';

const region = '620000';
const item = 'outpatient-reimbursement';
const basis = '甘医保发〔2026〕12号';
const day = 86_400_000;
const shanghai = (instant: number): string => new Date(instant + 8 * 3_600_000).toISOString().slice(0, 10);

/** The notice for 2027 is not out: these are days made up for the test, with weekdays that are right. */
const notice2027 = `一、元旦：1月1日（周五）至3日（周日）放假，共3天。
二、春节：2月5日（周五）至11日（周四）放假调休，共7天。1月31日（周日）、2月14日（周日）上班。
三、清明节：4月3日（周六）至5日（周一）放假，共3天。
四、劳动节：5月1日（周六）至5日（周三）放假调休，共5天。5月8日（周六）上班。
五、端午节：6月9日（周三）放假，共1天。
六、中秋节：9月15日（周三）放假，共1天。
七、国庆节：10月1日（周五）至7日（周四）放假调休，共7天。9月26日（周日）、10月9日（周六）上班。`;

for (const database of ['sqlite', 'mariadb'] as const) {
  describe(`a region’s rules on ${database}`, async () => {
    const product = await startProduct({ database });
    after(product.stop);
    const { baseUrl, sandboxUrl } = product;
    const [administrator, reviewer, window] = await Promise.all(
      (['administrator', 'first-reviewer', 'window'] as const).map((role) =>
        OfficerClient.loggedIn(baseUrl, sandboxUrl, role, region),
      ),
    );
    assert.ok(administrator !== undefined && reviewer !== undefined && window !== undefined);
    const person = await CitizenClient.scanned(baseUrl, sandboxUrl, 'worker-gansu');
    const tomorrow = shanghai(Date.now() + day);
    const next = shanghai(Date.now() + 2 * day);

    const rules = async (): Promise<RegionRules> => administrator.api.call('GET', '/agency/rules');
    const page = async (): Promise<ItemPage> => person.api.call('GET', `/regions/${region}/items/${item}`);
    const limited = (workingDays: number): object => ({ items: { [item]: { timeLimit: { workingDays } } } });
    const publish = async (changes: object, effectiveOn: string, over?: number) => {
      const body = { changes, effectiveOn, basis, over: over ?? (await rules()).newest };
      const headers = { 'idempotency-key': randomUUID() };
      const { status, text } = await administrator.api.send('POST', '/agency/rules/versions', body, headers);
      return { status, text, problem: status >= 400 ? (JSON.parse(text) as Problem) : null };
    };
    /** The day comes: the version that waits is due, as it would be at midnight. */
    const dayComes = async (ordinal: number): Promise<void> => {
      const now = new Date().toISOString();
      await product.sql(`UPDATE region_versions SET effectiveAt = '${now}' WHERE ordinal = ${ordinal}`);
      await until(async () => (await rules()).versions.find((one) => one.ordinal === ordinal)?.state === 'in-effect');
    };

    test('what cannot take effect is refused with every fault in words, and nothing is on file', async () => {
      const wrong = await publish({ items: { [item]: { timeLimit: { workingDays: 0 }, summary: ' ' } } }, tomorrow);
      assert.equal(wrong.problem?.code, 'rules-invalid');
      assert.deepEqual(
        wrong.problem?.errors?.map(({ message }) => message),
        ['一句话说明没有填，请检查。', '办理时限要填 1 到 365 个工作日，或者即时办结。'],
      );
      assert.equal(
        (await publish({ items: { nothing: { summary: '没有' } } }, tomorrow)).problem?.code,
        'rules-invalid',
      );
      assert.equal((await publish(limited(12), '2026-01-01')).problem?.code, 'effective-date-past');
      assert.equal((await publish(limited(30), tomorrow)).problem?.code, 'rules-unchanged');
      assert.equal((await publish(limited(12), tomorrow, 3)).problem?.code, 'stale-rules');
      const { status } = await reviewer.api.send('GET', '/agency/rules');
      assert.equal(status, 403, 'nobody but an administrator');
      assert.deepEqual((await rules()).versions, []);
    });

    test('the preview shows the citizen’s page and what would read differently, before anybody is held to it', async () => {
      const { fields } = await administrator.api.call<EditedItem>('GET', `/agency/rules/items/${item}`);
      const materials = fields.materials.map((one, i) => (i === 0 ? { ...one, note: '复印件也可以。' } : one));
      const changes = { items: { [item]: { timeLimit: { workingDays: 12 }, materials } } };
      const asked = { changes, effectiveOn: tomorrow, basis };
      const preview = await administrator.api.call<RulesPreview>('POST', '/agency/rules/preview', asked);
      const [shown] = preview.items;
      assert.deepEqual(
        shown?.differences.map(({ what }) => what),
        ['办理时限', '办理材料'],
      );
      assert.deepEqual(shown?.page?.timeLimit, { workingDays: 12 });
      assert.equal(shown?.page?.materials[0]?.note, '复印件也可以。');
      assert.deepEqual((await page()).timeLimit, { workingDays: 30 }, 'nothing has changed');
    });

    test('the same key publishes once; a version is on file with who, when and why', async () => {
      const body = { changes: limited(12), effectiveOn: tomorrow, basis, over: 0 };
      const headers = { 'idempotency-key': randomUUID() };
      const both = await Promise.all(
        [1, 2].map(async () => administrator.api.send('POST', '/agency/rules/versions', body, headers)),
      );
      assert.deepEqual(
        both.map(({ status }) => status),
        [201, 201],
      );
      assert.equal(both[0]?.text, both[1]?.text);
      const { versions } = await rules();
      assert.equal(versions.length, 1);
      const [made] = versions;
      assert.deepEqual([made?.ordinal, made?.basis, made?.state], [1, basis, 'pending']);
      assert.ok(made?.by);
      assert.deepEqual(made?.touches, ['门诊费用报销：办理时限']);
      assert.equal(made?.effectiveAt, new Date(Date.parse(`${tomorrow}T00:00:00+08:00`)).toISOString());
    });

    test('of two administrators who publish over the same version one is told of the other', async () => {
      const both = await Promise.all([publish(limited(10), next, 1), publish(limited(11), next, 1)]);
      assert.deepEqual(both.map(({ problem }) => problem?.code ?? 'published').toSorted(), [
        'published',
        'stale-rules',
      ]);
      const cancelled = await administrator.api.call<RulesVersion>('DELETE', '/agency/rules/versions/2');
      assert.equal(cancelled.state, 'cancelled');
    });

    test('two versions: a case keeps the rules under which it was submitted and is decided by them', async () => {
      const etag = await etagOf(baseUrl);
      const filed = async () => person.submit(await filledCase(person, item, region));
      const first = await filed();
      const draft = await filledCase(person, item, region);
      assert.deepEqual(draft.rulesChanged, []);
      await dayComes(1);

      // Crossed without a restart: the page, its tag, and the draft that was open.
      assert.deepEqual((await page()).timeLimit, { workingDays: 12 });
      assert.notEqual(await etagOf(baseUrl), etag);
      const [told] = (await person.one(draft.id)).rulesChanged;
      assert.equal(told?.what, '办理时限');
      assert.match(told?.after ?? '', /^12 个工作日/);
      const second = await person.submit(await person.one(draft.id));
      assert.deepEqual(second.rulesChanged, [], 'what was submitted changes no more');

      assert.equal((await publish(limited(5), next)).status, 201);
      const third = await filed();
      await dayComes(3);
      const fourth = await filed();
      const due = new Map<string, string | null>();
      for (const { id } of [first, second, third, fourth]) due.set(id, (await window.act('accept', id)).dueAt);
      const days = [first, second, third, fourth].map(({ id }) => due.get(id) ?? '');
      // All accepted today, and of 30, 12, 12 and 5 working days.
      assert.equal(days[1], days[2]);
      assert.ok((days[0] ?? '') > (days[1] ?? '') && (days[2] ?? '') > (days[3] ?? ''), days.join());

      // A restart forgets nothing of it.
      await product.crash();
      assert.deepEqual((await page()).timeLimit, { workingDays: 5 });
      const held = await reviewer.claim(first.id);
      assert.equal(held.dueAt, days[0]);
      const { version } = await administrator.api.call<RegionRules>('GET', '/agency/rules').then(({ newest }) => ({
        version: newest,
      }));
      assert.equal(version, 3);
      const { status } = await administrator.api.send('DELETE', '/agency/rules/versions/3');
      assert.equal(status, 409, 'what is in effect is not taken back');
    });

    test('windows with addresses, hours and phones stand on every item page', async () => {
      const offices = [
        { name: '城关区服务大厅', address: '兰州市城关区平凉路1号', hours: '工作日 9:00–17:00', phone: '0931-8400000' },
      ];
      assert.equal((await publish({ region: { offices, phone: '0931-12393' } }, shanghai(Date.now()))).status, 201);
      const { newest } = await rules();
      await dayComes(newest);
      const { disclosure } = await page();
      assert.match(disclosure.办理机构及地点, /城关区服务大厅：兰州市城关区平凉路1号，电话 0931-8400000/);
      assert.match(disclosure.办事时间, /城关区服务大厅：工作日 9:00–17:00/);
      const regions = await person.api.call<readonly Region[]>('GET', '/regions');
      assert.deepEqual(regions.find(({ code }) => code === region)?.offices, offices);
      assert.deepEqual(regions.find(({ code }) => code === '340000')?.offices, []);
    });

    test('a year is provisional until its notice is taken in; then due dates are counted again', async () => {
      const years = async (): Promise<readonly HolidayYear[]> => administrator.api.call('GET', '/agency/holidays');
      assert.equal((await years()).find(({ year }) => year === 2027)?.state, 'missing');
      const { id } = await person.submit(await filledCase(person, item, region));
      await window.act('accept', id);
      // Accepted at the end of 2026: its five days go over the new year.
      await product.sql(
        `UPDATE cases SET acceptedOn = '2026-12-30', limitDays = 5, dueAt = '2027-01-07', dueProvisional = 1 WHERE id = '${id}'`,
      );
      assert.ok((await window.one(id)).dueProvisional);
      const put = async (text: string) =>
        administrator.api.send('PUT', '/agency/holidays/2027', { text, basis: '国办发明电〔2026〕9号' });
      const wrong = await put(notice2027.replace('（周五）至3日', '（周四）至3日'));
      assert.equal(wrong.status, 422);
      assert.match(wrong.text, /元旦：2027-01-01 是周五，通知里写的是周四/);
      assert.ok((await window.one(id)).dueProvisional, 'nothing was taken in');
      assert.equal((await put(notice2027)).status, 200);
      const { dueAt, dueProvisional } = await window.one(id);
      // 31 Dec, then 4, 5, 6 and 7 January: the 1st to the 3rd are off.
      assert.deepEqual([dueAt, dueProvisional], ['2027-01-07', false]);
      const taken = (await years()).find(({ year }) => year === 2027);
      assert.deepEqual([taken?.state, taken?.basis], ['imported', '国办发明电〔2026〕9号']);
    });
  });
}

async function etagOf(baseUrl: string): Promise<string> {
  const answer = await fetch(`${baseUrl}/api/v1/regions/${region}/items/${item}`);
  return answer.headers.get('etag') ?? '';
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 20_000; Date.now() < end;) {
    if (await holds()) return;
    await new Promise((resume) => setTimeout(resume, 250));
  }
  assert.fail('it did not come about');
}
