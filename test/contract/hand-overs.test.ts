/** Cases of an officer who is away, given to others by their supervisor: over HTTP, against the product as it runs. */
import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import type { CaseInHand, CasesInHand, HandedCase } from '@yiban/shared-types/agency';
import type { CaseView } from '@yiban/shared-types/cases';
import type { Problem } from '@yiban/shared-types/problems';
import { CitizenClient } from '../../scripts/client/citizen.ts';
import type { OfficerClient } from '../../scripts/client/officer.ts';
import { startProduct } from '../server/running-server.ts';
import { filedDelivery } from './filed-delivery.ts';
import { atWork, hired, officersFile } from './hired-officers.ts';

const staff = {
  supervisor: hired('zhuguan', ['supervisor']),
  elsewhere: hired('zhuguan-xinjiang', ['supervisor'], '140825'),
  absent: hired('qingjia', ['first-reviewer', 'second-reviewer']),
  colleague: hired('tongshi', ['first-reviewer', 'second-reviewer']),
  payer: hired('chuna', ['payer']),
};
const reason = '请病假两周';

for (const database of ['sqlite', 'mariadb'] as const) {
  describe(`hand-overs on ${database}`, async () => {
    const product = await startProduct({ database, env: { OFFICERS_FILE: officersFile(Object.values(staff)) } });
    after(product.stop);
    const { baseUrl, sandboxUrl } = product;
    const [supervisor, elsewhere, absent, colleague] = (await Promise.all(
      [staff.supervisor, staff.elsewhere, staff.absent, staff.colleague].map((one) => atWork(product, one)),
    )) as [OfficerClient, OfficerClient, OfficerClient, OfficerClient];
    const mother = await CitizenClient.scanned(baseUrl, sandboxUrl, 'mother-gansu');
    const { id } = await filedDelivery(mother);

    const inHand = async (): Promise<readonly CasesInHand[]> => supervisor.api.call('GET', '/agency/hand-overs');
    const people = new Map((await inHand()).map(({ officer }) => [officer.name, officer]));
    const idOf = (one: { readonly name: string }): string => people.get(one.name)?.id ?? '';
    const path = `/agency/hand-overs/${idOf(staff.absent)}`;
    const hand = async (to: { readonly name: string } | null): Promise<HandedCase | undefined> => {
      const body = { cases: [id], reason, ...(to === null ? {} : { to: idOf(to) }) };
      const answer = await supervisor.api.call<HandedCase[]>('POST', path, body);
      return answer[0];
    };
    const refused = async (who: OfficerClient, method: string, at: string, body?: object): Promise<string> => {
      const { status, text } = await who.api.send(method, at, body);
      return `${status} ${status < 400 ? '' : (JSON.parse(text) as Problem).code}`;
    };
    /** As if half an hour had gone by since somebody took it. */
    const claimsExpire = async (): Promise<void> =>
      product.sql(`UPDATE cases SET claimedAt = '2025-01-01T00:00:00.000Z' WHERE id = '${id}'`);

    test('only a supervisor of the region hands over, and only with a reason', async () => {
      await absent.claim(id);
      const body = { cases: [id], reason };
      for (const one of [absent, colleague]) {
        assert.equal(await refused(one, 'GET', '/agency/hand-overs'), '403 not-allowed');
        assert.equal(await refused(one, 'POST', path, body), '403 not-allowed');
      }
      assert.equal(await refused(elsewhere, 'GET', path), '404 officer-not-found');
      assert.equal(await refused(elsewhere, 'POST', path, body), '404 officer-not-found');
      for (const none of [{ cases: [id] }, { cases: [id], reason: '  ' }])
        assert.equal(await refused(supervisor, 'POST', path, none), '400 malformed-request');
      assert.equal((await colleague.one(id)).claimedBy, staff.absent.name, 'nothing moved');
    });

    test('nobody gets a case who has another role, works elsewhere, or is the absent officer', async () => {
      for (const to of [staff.payer, staff.absent])
        assert.equal(
          await refused(supervisor, 'POST', path, { cases: [id], reason, to: idOf(to) }),
          '422 receiver-unfit',
        );
      const [theirs] = await elsewhere.api.call<CasesInHand[]>('GET', '/agency/hand-overs');
      const away = { cases: [id], reason, to: theirs?.officer.id };
      assert.equal(await refused(supervisor, 'POST', path, away), '422 receiver-unfit');
    });

    test('what a colleague took meanwhile stays with them', async () => {
      await claimsExpire();
      await colleague.claim(id);
      const handed = await hand(null);
      assert.equal(handed?.went, 'nowhere');
      assert.match(handed.why ?? '', /已有人接手/);
      assert.ok((await colleague.one(id)).claimedByMe);
      await colleague.api.call('POST', `/agency/cases/${id}/release`);
    });

    test('back in the queue it is anybody’s, and asked twice it is handed over once', async () => {
      await absent.claim(id);
      assert.equal((await inHand()).find(({ officer }) => officer.id === idOf(staff.absent))?.cases, 1);
      const [one] = await supervisor.api.call<CaseInHand[]>('GET', path);
      assert.equal(one?.id, id);
      assert.deepEqual(
        [await hand(null), await hand(null)].map((handed) => handed?.went),
        ['to-queue', 'to-queue'],
      );
      const view = await colleague.one(id);
      assert.equal(view.claimedBy, null);
      const entries = view.history.filter(({ reason: said }) => said?.includes(reason) === true);
      assert.equal(entries.length, 1);
      assert.match(entries[0]?.reason ?? '', /放回队列/);
      const { history } = await mother.api.call<CaseView>('GET', `/cases/${id}`);
      assert.ok(!JSON.stringify(history).includes(reason), 'why an officer is away is nothing of the citizen’s');
    });

    test('a colleague keeps what they were given longer than a claim, and goes on with it', async () => {
      await absent.claim(id);
      assert.deepEqual(
        [(await hand(staff.colleague))?.went, (await hand(staff.colleague))?.went],
        ['to-officer', 'to-officer'],
      );
      await claimsExpire();
      assert.equal(await refused(absent, 'POST', `/agency/cases/${id}/claim`), '409 claimed-by-other');
      await colleague.act('accept', id);
      const { claimedTotal: claimed } = await colleague.claim(id);
      const { status } = await colleague.act('pass', id, {
        settlement: [{ category: 'treatment', claimed, approved: claimed }],
      });
      assert.equal(status, 'second-review');
    });

    test('who had an earlier duty on it is named, and it stays in the queue', async () => {
      await absent.claim(id);
      const handed = await hand(staff.colleague);
      assert.equal(handed?.went, 'to-queue');
      assert.equal(handed.why, '这位同事办过这个办件的「初审」，「复核」要由另一位同事办理。');
      assert.equal((await absent.one(id)).claimedBy, null);
    });
  });
}
