/** What officers may and may not do, over HTTP against the product as it runs. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, describe, test } from 'node:test';
import type { OfficerCaseView } from '@yiban/shared-types/agency';
import type { Problem } from '@yiban/shared-types/problems';
import { ApiClient } from '../../scripts/client/api-client.ts';
import { CitizenClient } from '../../scripts/client/citizen.ts';
import type { OfficerClient } from '../../scripts/client/officer.ts';
import { startProduct } from '../server/running-server.ts';
import { claimedFen, filedDelivery } from './filed-delivery.ts';
import { atWork, codeOf, hired, officersFile } from './hired-officers.ts';

const staff = {
  window: hired('chuangkou', ['window']),
  first: hired('chushen-jia', ['first-reviewer']),
  otherFirst: hired('chushen-yi', ['first-reviewer']),
  second: hired('fuhe', ['second-reviewer']),
  payer: hired('bofu', ['payer']),
  supervisor: hired('zhuguan', ['supervisor']),
  everything: hired('duoneng', ['window', 'first-reviewer', 'second-reviewer', 'payer']),
  elsewhere: hired('xinjiang', ['window', 'first-reviewer'], '140825'),
  clumsy: hired('shouwu', ['window']),
  hasty: hired('jixing', ['window']),
};

const settlement = [{ category: 'treatment', claimed: claimedFen, approved: claimedFen }];

for (const database of ['sqlite', 'mariadb'] as const) {
  describe(`officers on ${database}`, async () => {
    const product = await startProduct({ database, env: { OFFICERS_FILE: officersFile(Object.values(staff)) } });
    after(product.stop);
    const { baseUrl, sandboxUrl } = product;
    const [window, first, otherFirst, second, payer, supervisor, everything, elsewhere] = await Promise.all([
      atWork(product, staff.window),
      atWork(product, staff.first),
      atWork(product, staff.otherFirst),
      atWork(product, staff.second),
      atWork(product, staff.payer),
      atWork(product, staff.supervisor),
      atWork(product, staff.everything),
      atWork(product, staff.elsewhere),
    ]);
    const mother = await CitizenClient.scanned(baseUrl, sandboxUrl, 'mother-gansu');

    const inFirstReview = async (): Promise<OfficerCaseView> => {
      const { id } = await filedDelivery(mother);
      await window.act('accept', id);
      return first.claim(id);
    };

    test('a wrong name, password or code is refused in the same words; five wrong ones lock the account', async () => {
      const { username, password } = staff.clumsy;
      const wrong = [
        { username: 'nobody', password, code: codeOf(staff.clumsy) },
        { username, password: 'wrong', code: codeOf(staff.clumsy) },
        ...Array.from({ length: 4 }, () => ({ username, password, code: wrongCode(codeOf(staff.clumsy)) })),
      ];
      for (const login of wrong) assert.equal(await loginCode(baseUrl, login), '401 login-failed');
      assert.equal(
        await loginCode(baseUrl, { username, password, code: codeOf(staff.clumsy) }),
        '429 login-locked',
        'even the right login waits',
      );
    });

    test('a code of the authenticator works once, also when it is sent twice at the same time', async () => {
      const { username, password } = staff.hasty;
      const login = { username, password, code: codeOf(staff.hasty) };
      const both = await Promise.all([loginCode(baseUrl, login), loginCode(baseUrl, login)]);
      assert.deepEqual(both.toSorted(), ['201 ', '401 login-failed']);
      assert.equal(await loginCode(baseUrl, login), '401 login-failed');
    });

    test('a citizen’s session opens nothing of the agency’s, an officer’s nothing of a citizen’s', async () => {
      assert.equal(await refusal(mother.api, 'GET', '/agency/queue'), '401 officer-required');
      assert.equal(await refusal(window.api, 'GET', '/cases'), '401 session-required');
      assert.equal(await refusal(new ApiClient(baseUrl), 'GET', '/agency/queue'), '401 session-required');
    });

    test('another region’s case is not there', async () => {
      const { id } = await filedDelivery(mother);
      assert.equal(await refusal(elsewhere.api, 'GET', `/agency/cases/${id}`), '404 case-not-found');
      assert.equal(await refusal(elsewhere.api, 'POST', `/agency/cases/${id}/claim`), '404 case-not-found');
      const accept = await decided(elsewhere, 'accept', id, { version: 2 });
      assert.equal(accept.code, '404 case-not-found');
      assert.deepEqual((await elsewhere.queue()).items, []);
    });

    test('two officers claim at once: one gets the case, the other is told, and can’t act on it', async () => {
      const { id } = await filedDelivery(mother);
      const [one, two] = await Promise.all([claimCode(first, id), claimCode(otherFirst, id)]);
      assert.deepEqual([one, two].toSorted(), ['200 ', '409 claimed-by-other']);
      const [holder, loser] = one === '200 ' ? [first, otherFirst] : [otherFirst, first];
      const { version, claimedByMe } = await holder.one(id);
      assert.ok(claimedByMe);
      assert.equal((await decided(loser, 'accept', id, { version })).code, '409 claimed-by-other');
      // Handed back, it is anyone's again.
      await holder.api.call('POST', `/agency/cases/${id}/release`);
      assert.equal((await loser.act('accept', id)).status, 'accepted');
    });

    test('two officers take up an accepted case at once: the review begins once', async () => {
      const { id } = await filedDelivery(mother);
      await window.act('accept', id);
      const codes = await Promise.all([claimCode(first, id), claimCode(otherFirst, id)]);
      assert.equal(codes.filter((code) => code === '200 ').length, 1, codes.join());
      const { history } = await window.one(id);
      assert.deepEqual(
        history.map(({ to }) => to),
        ['submitted', 'accepted', 'first-review'],
      );
    });

    test('who has nothing to do with a case at its status can’t hold it up', async () => {
      const { id } = await filedDelivery(mother);
      assert.equal(await claimCode(payer, id), '409 transition-not-allowed');
      const { version } = await payer.one(id);
      assert.equal((await decided(payer, 'accept', id, { version })).code, '403 not-allowed');
    });

    test('first review, second review and payment are three officers’', async () => {
      const { id } = await filedDelivery(mother);
      await everything.act('accept', id);
      await everything.claim(id);
      const reviewed = await everything.act('pass', id, { settlement });
      assert.equal(reviewed.status, 'second-review');
      assert.deepEqual(reviewed.officerActions, []);
      assert.ok(!(await everything.queue('?mine=true&limit=100')).items.some((entry) => entry.id === id));
      for (const [action, body] of [
        ['pass', {}],
        ['reject', { reason: '不符合条件' }],
        ['send-back', { reason: '请复查' }],
      ] as const) {
        const { code } = await decided(everything, action, id, { version: reviewed.version, ...body });
        assert.equal(code, '403 same-officer', action);
      }
      const confirmed = await second.act('pass', id);
      assert.equal(confirmed.status, 'payment');
      const own = (await everything.payables()).find((one) => one.id === id);
      assert.match(own?.obstacle ?? '', /审核过/);
      await assert.rejects(everything.freeze([id]), /not-payable/);
      await payer.payOut(id);
      assert.equal((await payer.one(id)).outcome, 'granted');
    });

    test('a case that was sent back is settled anew, and goes to the second officer again', async () => {
      const { id } = await inFirstReview();
      await first.act('pass', id, { settlement });
      await second.act('send-back', id, { reason: '药品费需要复查' });
      const cut = [{ category: 'medicine', claimed: claimedFen, approved: 250_000, reason: '目录外的费用' }];
      const again = await otherFirst.act('pass', id, { settlement: cut });
      assert.deepEqual([again.status, again.settlement?.approved], ['second-review', 250_000]);
      assert.equal((await second.act('pass', id)).status, 'payment');
    });

    test('a second one-time notice needs a supervisor and their reason', async () => {
      const { id } = await filedDelivery(mother);
      const items = [{ material: 'medical-record', reason: '缺第二页，请补拍。' }];
      const told = await window.act('supplement', id, { items });
      assert.deepEqual([told.status, told.clock, told.notices], ['supplement', 'stopped', 1]);
      await mother.supplement(await mother.one(id));
      const { version, officerActions } = await window.one(id);
      assert.ok(!officerActions.includes('supplement'));
      const again = { version, items, supervisorReason: '第二页也看不清。' };
      assert.equal((await decided(window, 'supplement', id, again)).code, '409 supervisor-required');
      const silent = { version, items };
      assert.equal((await decided(supervisor, 'supplement', id, silent)).code, '409 supervisor-required');
      assert.ok((await supervisor.queue('?mine=true&limit=100')).items.some((entry) => entry.id === id));
      assert.equal((await decided(supervisor, 'supplement', id, again)).code, '200 ');
      assert.equal((await supervisor.one(id)).notices, 2);
    });

    test('a notice names what the item has, and says why', async () => {
      const { id } = await filedDelivery(mother);
      const { version } = await window.one(id);
      const code = async (items: readonly object[]) =>
        (await decided(window, 'supplement', id, { version, items })).code;
      assert.equal(await code([]), '422 reason-required');
      assert.equal(await code([{ material: 'birth-cake', reason: '没有' }]), '422 unknown-material');
      assert.equal(await code([{ question: 'shoeSize', reason: '没有' }]), '422 unknown-question');
      assert.equal(await code([{ material: 'medical-record', reason: '   ' }]), '400 malformed-request');
    });

    test('a settlement that does not hold is refused with each line’s fault, and nothing moves', async () => {
      const { id, version } = await inFirstReview();
      const { code, problem } = await decided(first, 'pass', id, {
        version,
        settlement: [
          { category: 'meals', claimed: 100, approved: 100 },
          { category: 'medicine', claimed: 100, approved: 200 },
          { category: 'bed', claimed: 100, approved: 50 },
        ],
      });
      assert.equal(code, '422 settlement-invalid');
      assert.deepEqual(
        problem?.errors?.map((fault) => `${fault.pointer} ${fault.code}`),
        ['/settlement/0 unknown-category', '/settlement/1 approved-above-claimed', '/settlement/2 reason-missing'],
      );
      assert.equal((await decided(first, 'pass', id, { version })).code, '422 settlement-invalid');
      const now = await first.one(id);
      assert.deepEqual([now.status, now.version], ['first-review', version]);
    });

    test('the same key settles once; with other amounts it is a conflict; on an old version it is stale', async () => {
      const { id, version } = await inFirstReview();
      const key = randomUUID();
      const once = await decided(first, 'pass', id, { version, settlement }, key);
      const twice = await decided(first, 'pass', id, { version, settlement }, key);
      assert.deepEqual([once.code, twice.text], ['200 ', once.text]);
      const less = [{ category: 'treatment', claimed: claimedFen, approved: 1, reason: '超过支付标准' }];
      const other = await decided(first, 'pass', id, { version, settlement: less }, key);
      assert.equal(other.code, '409 idempotency-conflict');
      const stale = await decided(otherFirst, 'pass', id, { version, settlement });
      assert.deepEqual([stale.code, stale.problem?.currentVersion], ['409 stale-case', version + 1]);
    });

    test('a decline and a rejection give the reason and both ways of appeal', async () => {
      const declined = await filedDelivery(mother);
      const { version } = await window.one(declined.id);
      const blank = await decided(window, 'decline', declined.id, { version, reason: '  ' });
      assert.equal(blank.code, '400 malformed-request');
      await window.act('decline', declined.id, { reason: '不归本机构办理。' });
      const { id } = await inFirstReview();
      await first.act('reject', id, { reason: '不符合待遇条件。' });
      for (const [caseId, reason, kind] of [
        [declined.id, '不归本机构办理。', 'decline-notice'],
        [id, '不符合待遇条件。', 'rejection-notice'],
      ] as const) {
        const { decision, documents } = await mother.one(caseId);
        assert.equal(decision?.reason, reason);
        assert.match(decision.remedies, /60 日.*行政复议.*6 个月.*行政诉讼/);
        assert.ok(documents.some((document) => document.kind === kind));
        assert.ok((await first.api.pdf(`/agency/cases/${caseId}/documents/${kind}`)).length > 1000);
      }
    });

    test('the queue is by due date, not yet accepted cases first, and pages without gap or repeat', async () => {
      const { items: all } = await window.queue('?limit=100');
      assert.ok(all.length >= 4);
      const places = all.map(({ dueAt, id }) => `${dueAt ?? ''} ${id}`);
      assert.deepEqual(places, places.toSorted());
      const paged: string[] = [];
      for (let cursor: string | null = '', pages = 0; cursor !== null && pages < 50; pages += 1) {
        const page = await window.queue(`?limit=2${cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`}`);
        assert.ok(page.items.length <= 2);
        paged.push(...page.items.map(({ id }) => id));
        cursor = page.nextCursor;
      }
      assert.deepEqual(
        paged,
        all.map(({ id }) => id),
      );
    });

    test('a case is found by how its number ends, whatever became of it, and however it was numbered', async () => {
      const { items: rejected } = await first.queue('?status=rejected');
      const [one] = rejected;
      assert.ok(one !== undefined);
      const find = async (ending: string): Promise<readonly string[]> =>
        (await first.queue(`?status=rejected&number=${ending}`)).items.map(({ id }) => id);
      assert.deepEqual(await find('0000x'), []);
      assert.deepEqual(await find(one.number ?? ''), [one.id]);
      assert.deepEqual(await find((one.number ?? '').slice(-8)), [one.id]);
      // As a process of the version before leaves it.
      await product.sql(`UPDATE cases SET numberEnd = NULL WHERE id = '${one.id}'`);
      assert.deepEqual(await find((one.number ?? '').slice(-5)), [one.id]);
    });

    test('each officer’s own queue holds what they can do something with, and nothing else', async () => {
      for (const officer of [window, first, second, payer, supervisor, everything]) {
        const { items: all } = await officer.queue('?limit=100');
        const { items: own } = await officer.queue('?limit=100&mine=true');
        assert.deepEqual(
          own.map(({ id }) => id),
          all.filter(({ duty }) => duty !== null).map(({ id }) => id),
        );
      }
      const { items: waiting } = await window.queue('?status=submitted&limit=100');
      assert.ok(waiting.length > 0 && waiting.every(({ status }) => status === 'submitted'));
    });
  });
}

interface Decided {
  /** 「409 stale-case」, or 「200 」. */
  readonly code: string;
  readonly problem: Problem | null;
  readonly text: string;
}

async function decided(
  officer: OfficerClient,
  action: string,
  id: string,
  body: object,
  key: string = randomUUID(),
): Promise<Decided> {
  const { status, text } = await officer.api.send('POST', `/agency/cases/${id}/${action}`, body, {
    'idempotency-key': key,
  });
  const problem = status >= 400 ? (JSON.parse(text) as Problem) : null;
  return { code: `${status} ${problem?.code ?? ''}`, problem, text };
}

async function claimCode({ api }: OfficerClient, id: string): Promise<string> {
  return refusal(api, 'POST', `/agency/cases/${id}/claim`);
}

async function loginCode(baseUrl: string, login: object): Promise<string> {
  return refusal(new ApiClient(baseUrl), 'POST', '/agency/session', login);
}

async function refusal(api: ApiClient, method: string, path: string, body?: object): Promise<string> {
  const { status, text } = await api.send(method, path, body);
  return `${status} ${status >= 400 ? (JSON.parse(text) as Problem).code : ''}`;
}

/** A code that is none of the next or last ones. */
function wrongCode(right: string): string {
  return String((Number(right) + 111_111) % 1_000_000).padStart(6, '0');
}
