/** 好差评: one rating per case; a bad one opens a rectification that another officer closes, and the person is told. */
import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import type { CaseView } from '@yiban/shared-types/cases';
import type { InboxPage } from '@yiban/shared-types/inbox';
import type { RectificationPage, RegionRatings } from '@yiban/shared-types/ratings';
import { CitizenClient } from '../../scripts/client/citizen.ts';
import { OfficerClient } from '../../scripts/client/officer.ts';
import { startProduct } from '../server/running-server.ts';
import { filledCase } from './filled-case.ts';
import { Office } from './office.ts';

const region = '620000';
/** Decided at once: a case that closes without an officer. */
const atOnce = 'enrolment-certificate';
/** Reviewed by officers. */
const reviewed = 'chronic-disease';

/** 国务院办公厅关于2026年部分节假日安排的通知: days off that are not weekends, and weekends that are worked. */
const off2026 =
  '01-01 01-02 02-16 02-17 02-18 02-19 02-20 02-23 04-06 05-01 05-04 05-05 06-19 09-25 10-01 10-02 10-05 10-06 10-07';
const worked2026 = '01-04 02-14 02-28 05-09 09-20 10-10';
/** Of a year without a notice, the days off that have the same date each year. */
const fixedOff = '01-01 05-01 05-02 10-01 10-02 10-03';

for (const database of ['sqlite', 'mariadb'] as const) {
  describe(`ratings on ${database}`, async () => {
    const product = await startProduct({ database });
    after(product.stop);
    const { baseUrl, sandboxUrl } = product;
    const office = await Office.of(product, region);
    const supervisor = await OfficerClient.loggedIn(baseUrl, sandboxUrl, 'supervisor', region);
    const elsewhere = await OfficerClient.loggedIn(baseUrl, sandboxUrl, 'window', '140825');
    const citizen = await CitizenClient.scanned(baseUrl, sandboxUrl, 'retiree-gansu');

    const rate = async (id: string, grade: number, comment?: string): Promise<CaseView> =>
      citizen.api.call('POST', `/cases/${id}/rating`, comment === undefined ? { grade } : { grade, comment });
    const closedAtOnce = async (): Promise<string> => {
      const { id, status } = await citizen.submit(await filledCase(citizen, atOnce, region));
      assert.equal(status, 'closed');
      return id;
    };
    const close = async (officer: OfficerClient, id: string, outcome: string): Promise<RectificationPage> =>
      officer.api.write('POST', `/agency/rectifications/${id}/close`, { outcome });
    const waiting = async (officer: OfficerClient): Promise<RectificationPage> =>
      officer.api.call('GET', '/agency/rectifications');

    const published = async (code: string): Promise<RegionRatings> => {
      const answer = await fetch(`${baseUrl}/api/v1/regions/${code}/ratings`);
      if (!answer.ok) throw new Error(await answer.text());
      return answer.json();
    };

    test('a case that is still worked on is not rated, nor one of somebody else, nor any one twice', async () => {
      const { id } = await citizen.submit(await filledCase(citizen, reviewed, region));
      await assert.rejects(rate(id, 5), /transition-not-allowed/);
      const stranger = await CitizenClient.scanned(baseUrl, sandboxUrl, 'worker-gansu');
      const closed = await closedAtOnce();
      await assert.rejects(stranger.api.call('POST', `/cases/${closed}/rating`, { grade: 1 }), /case-not-found/);
      await assert.rejects(rate(closed, 6), /malformed-request/);
      assert.equal((await rate(closed, 3)).rating?.rectification, null, '基本满意 opens none');
      await assert.rejects(rate(closed, 1), /already-rated/);
      assert.equal((await citizen.one(closed)).rating?.grade, 3);
      assert.deepEqual((await waiting(supervisor)).items, []);
    });

    test('a bad rating opens a rectification, which who handled the case can’t close and another can; the person is told', async () => {
      const { id } = await citizen.submit(await filledCase(citizen, reviewed, region));
      await office.workOff(id);
      await assert.rejects(close(supervisor, id, '还没有评价'), /rectification-not-found/);
      const rated = await rate(id, 1, '等了太久，没有人接电话');
      const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
      assert.deepEqual(rated.rating?.rectification, {
        dueAt: workingDaysFrom(today, 5),
        dueProvisional: workingDaysFrom(today, 5) > '2026-12-31',
        closedOn: null,
        outcome: null,
      });

      await assert.rejects(waiting(office.officer('payer')), /not-allowed/);
      assert.deepEqual((await waiting(elsewhere)).items, []);
      await assert.rejects(close(elsewhere, id, '不是本区的'), /case-not-found/);
      await assert.rejects(close(office.officer('first-reviewer'), id, '我自己看没有问题'), /handled-by-you/);
      await assert.rejects(close(supervisor, id, '  '), /malformed-request/);
      const [seenByHandler] = (await waiting(office.officer('first-reviewer'))).items;
      assert.match(seenByHandler?.whyNot ?? '', /另一位同事/);

      const [entry] = (await waiting(supervisor)).items;
      assert.deepEqual(
        [entry?.id, entry?.number, entry?.grade, entry?.comment, entry?.overdue, entry?.whyNot],
        [id, rated.number, 1, '等了太久，没有人接电话', false, null],
      );
      await product.sql(`UPDATE rectifications SET dueAt = '2020-01-02' WHERE caseId = '${id}'`);
      assert.equal((await waiting(supervisor)).items[0]?.overdue, true);

      const outcome = '已电话致歉，并增加了两名接线人员。';
      assert.deepEqual((await close(supervisor, id, outcome)).items, []);
      await assert.rejects(close(supervisor, id, '再写一次'), /rectification-closed/);
      const { rating } = await citizen.one(id);
      assert.deepEqual([rating?.grade, rating?.rectification?.outcome], [1, outcome]);
      assert.equal(rating?.rectification?.closedOn, today);
      const { items } = await citizen.api.call<InboxPage>('GET', '/me/inbox');
      assert.deepEqual([items[0]?.title, items[0]?.caseId], ['您的意见有结果了', id]);
    });

    test('the figures of every item are open to all, and are those of the ratings that were given', async () => {
      await assert.rejects(published('999999'), /unknown-region/);
      const before = { [atOnce]: [3], [reviewed]: [1] };
      for (const grade of [5, 5, 4, 2]) {
        await rate(await closedAtOnce(), grade);
        before[atOnce].push(grade);
      }
      // Long ago, in the case of the first: outside of what is published.
      const old = await closedAtOnce();
      await rate(old, 1);
      await product.sql(`UPDATE ratings SET at = '2020-05-05T00:00:00.000Z' WHERE caseId = '${old}'`);
      await product.sql(`UPDATE rectifications SET openedAt = '2020-05-05T00:00:00.000Z' WHERE caseId = '${old}'`);

      const { items } = await published(region);
      for (const [item, given] of Object.entries(before)) {
        const figures = items.find((one) => one.item === item);
        assert.equal(figures?.ratings, given.length, item);
        assert.equal(figures.satisfied, given.filter((grade) => grade >= 3).length / given.length, item);
        for (const { grade, count, share } of figures.grades) {
          assert.equal(count, given.filter((one) => one === grade).length, `${item} ${grade}`);
          assert.equal(share, count / given.length);
        }
        const opened = given.filter((grade) => grade <= 2).length;
        // That of the reviewed case was closed, after the day that the test above had made its last.
        const closed = item === reviewed ? 1 : 0;
        assert.deepEqual(figures.rectifications, { opened, closed, closedInTime: 0 }, item);
      }
      const unrated = items.filter(({ ratings }) => ratings === 0);
      assert.ok(unrated.length > 20 && unrated.every(({ satisfied }) => satisfied === null));
    });
  });
}

/** Counted here day by day. */
function workingDaysFrom(start: string, days: number): string {
  let day = Date.parse(start);
  for (let left = days; left > 0;) {
    day += 86_400_000;
    if (isWorked(new Date(day))) left -= 1;
  }
  return new Date(day).toISOString().slice(0, 10);
}

function isWorked(day: Date): boolean {
  const date = day.toISOString().slice(5, 10);
  const isWeekend = [0, 6].includes(day.getUTCDay());
  if (day.getUTCFullYear() !== 2026) return !isWeekend && !fixedOff.includes(date);
  return isWeekend ? worked2026.includes(date) : !off2026.includes(date);
}
