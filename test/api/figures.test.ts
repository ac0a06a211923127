/** The supervisor's figures: counted here from what was done, by hand, and not from how the product counts. */
import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import type { AgencyFigures } from '@yiban/shared-types/figures';
import { readSheet } from 'read-excel-file/universal';
import { CitizenClient } from '../../scripts/client/citizen.ts';
import type { OfficerClient } from '../../scripts/client/officer.ts';
import { claimedFen, filedDelivery } from '../contract/filed-delivery.ts';
import { atWork, hired, officersFile } from '../contract/hired-officers.ts';
import { startProduct } from '../server/running-server.ts';
import { filledCase } from './filled-case.ts';

const formula = '=HYPERLINK("http://example.invalid","看不清")';
const staff = {
  window: hired('chuangkou', ['window']),
  // A name that a spreadsheet would calculate.
  first: { ...hired('chushen', ['first-reviewer']), name: '@SUM(1+1)' },
  second: hired('fuhe', ['second-reviewer']),
  payer: hired('bofu', ['payer']),
  supervisor: hired('zhuguan', ['supervisor']),
  elsewhere: hired('xinjiang', ['supervisor'], '140825'),
};
const settlement = [{ category: 'treatment', claimed: claimedFen, approved: claimedFen }];
/** October and November of 2026: the first seven days of October are off work, and Saturday the 10th is worked. */
const autumn = 'from=2026-10-01&to=2026-11-30';

for (const database of ['sqlite', 'mariadb'] as const) {
  describe(`figures on ${database}`, async () => {
    const product = await startProduct({ database, env: { OFFICERS_FILE: officersFile(Object.values(staff)) } });
    after(product.stop);
    const { baseUrl, sandboxUrl } = product;
    const [window, first, second, payer, supervisor, elsewhere] = await Promise.all([
      atWork(product, staff.window),
      atWork(product, staff.first),
      atWork(product, staff.second),
      atWork(product, staff.payer),
      atWork(product, staff.supervisor),
      atWork(product, staff.elsewhere),
    ]);
    const mother = await CitizenClient.scanned(baseUrl, sandboxUrl, 'mother-gansu');
    const worker = await CitizenClient.scanned(baseUrl, sandboxUrl, 'worker-gansu');
    const figures = async (query = '', who: OfficerClient = supervisor): Promise<AgencyFigures> =>
      who.api.call('GET', `/agency/figures?${query}`);
    const dated = async (id: string, days: Readonly<Record<string, string | number | null>>): Promise<void> => {
      const set = Object.entries(days).map(([column, day]) => `${column} = ${day === null ? 'NULL' : `'${day}'`}`);
      await product.sql(`UPDATE cases SET ${set.join(', ')} WHERE id = '${id}'`);
    };

    test('figures are the supervisor’s alone, of at most a year, and an empty period has nothing in it', async () => {
      for (const officer of [window, first, second, payer]) {
        const answer = await officer.api.send('GET', '/agency/figures');
        assert.deepEqual([answer.status, answer.text.includes('not-allowed')], [403, true]);
        assert.equal((await officer.api.send('GET', '/agency/figures/workbook')).status, 403);
      }
      for (const query of [
        'from=2026-02-30&to=2026-03-02',
        'from=2026-03-02&to=2026-03-01',
        'from=2025-01-01&to=2026-01-02',
      ])
        assert.match((await supervisor.api.send('GET', `/agency/figures?${query}`)).text, /period-invalid/, query);
      assert.equal((await supervisor.api.send('GET', '/agency/figures?from=yesterday')).status, 400);
      const { total, items, officers, reasons, series } = await figures('from=2024-02-01&to=2024-02-29');
      assert.deepEqual([items, officers, reasons], [[], [], { counted: 0, frequent: [] }]);
      assert.deepEqual(total.daysToAccept, { cases: 0, median: null, p90: null });
      assert.deepEqual(total.ratings, { count: 0, mean: null, bad: 0 });
      assert.deepEqual([series.step, series.points.length], ['day', 29]);
      assert.ok(series.points.every(({ submitted, closed }) => submitted === 0 && closed === 0));
    });

    test('each figure is what was done', async () => {
      // Sent back twice for the same reason, once for another; two accepted since, one of them in hand.
      const back = [await filedDelivery(mother), await filedDelivery(mother), await filedDelivery(mother)] as const;
      for (const [i, { id }] of back.entries())
        await window.act('supplement', id, {
          items: [{ material: 'medical-record', reason: i === 2 ? '缺页' : formula }],
        });
      for (const { id } of back.slice(0, 2)) {
        await mother.supplement(await mother.one(id));
        await window.act('accept', id);
      }
      await first.claim(back[0].id);
      // Saturday 31 October in China; Monday and Tuesday are two working days.
      await dated(back[0].id, {
        submittedAt: '2026-10-30T17:30:00.000Z',
        acceptedOn: '2026-11-03',
        dueAt: '2026-11-10',
      });
      // Wednesday 30 September, the day before the holidays: not of the period.
      await dated(back[1].id, {
        submittedAt: '2026-09-30T15:59:59.999Z',
        acceptedOn: '2026-10-09',
        dueAt: '2099-01-01',
      });
      // Past its date, but the applicant's turn.
      await dated(back[2].id, {
        submittedAt: '2026-11-02T01:00:00.000Z',
        dueAt: '2026-11-03',
        stoppedOn: '2026-11-02',
      });

      const declined = await filedDelivery(mother);
      await window.act('decline', declined.id, { reason: '不归本机构办理。' });
      await dated(declined.id, { submittedAt: '2026-11-02T02:00:00.000Z', closedAt: '2026-11-03T02:00:00.000Z' });

      const paid = await filedDelivery(mother);
      await window.act('accept', paid.id);
      await first.claim(paid.id);
      await first.act('pass', paid.id, { settlement });
      await second.act('pass', paid.id);
      await payer.payOut(paid.id);
      await mother.api.write('POST', `/cases/${paid.id}/rating`, { grade: 1 });
      // Wednesday 30 September, past midnight: 1 October. Accepted on Thursday the 8th, the first day of work: one day.
      // Saturday the 10th is worked; to Thursday the 15th there are six days, of which two were the applicant's.
      await dated(paid.id, {
        submittedAt: '2026-09-30T16:00:00.000Z',
        acceptedOn: '2026-10-08',
        closedAt: '2026-10-15T02:00:00.000Z',
        stoppedDays: 2,
      });

      // Decided at once: no work of an officer's.
      const certificate = await worker.submit(await filledCase(worker, 'enrolment-certificate', '620000'));
      assert.equal(certificate.status, 'closed');
      await worker.api.write('POST', `/cases/${certificate.id}/rating`, { grade: 5 });

      const { total, items, officers, reasons, series } = await figures(autumn);
      assert.deepEqual(total, {
        submitted: 5,
        immediate: 1,
        sentBack: 2,
        daysToAccept: { cases: 2, median: 1, p90: 2 },
        open: 3,
        overdue: 1,
        granted: 2,
        declined: 1,
        rejected: 0,
        withdrawn: 0,
        daysToClose: { cases: 1, median: 4, p90: 4 },
        ratings: { count: 2, mean: 3, bad: 1 },
      });
      const [delivery, enrolment] = items;
      assert.deepEqual([delivery?.item, delivery?.submitted, delivery?.sentBack], ['maternity-delivery', 4, 2]);
      assert.deepEqual([enrolment?.item, enrolment?.submitted, enrolment?.immediate], ['enrolment-certificate', 1, 1]);
      assert.deepEqual(enrolment?.ratings, { count: 1, mean: 5, bad: 0 });
      assert.deepEqual(
        new Map(officers.map(({ name, claimed, decided }) => [name, [claimed, decided]])),
        new Map([
          ['@SUM(1+1)', [1, 1]],
          ['bofu', [0, 1]],
          ['fuhe', [0, 1]],
        ]),
      );
      assert.deepEqual(reasons, { counted: 3, frequent: [{ reason: formula, count: 2 }] });
      const points = new Map(series.points.map(({ at, submitted, closed }) => [at, [submitted, closed]]));
      assert.equal(series.points.length, 61);
      assert.deepEqual(points.get('2026-10-01'), [1, 0]);
      assert.deepEqual(points.get('2026-10-15'), [0, 1]);
      assert.deepEqual(points.get('2026-10-31'), [1, 0]);
      assert.deepEqual(points.get('2026-11-02'), [2, 0]);
      assert.deepEqual(points.get('2026-11-03'), [0, 1]);
      // Longer than two months: by month, and September's case is in it.
      const longer = await figures('from=2026-08-15&to=2026-11-30');
      assert.deepEqual(
        longer.series.points.map(({ at, submitted, closed }) => [at, submitted, closed]),
        [
          ['2026-08', 0, 0],
          ['2026-09', 1, 0],
          ['2026-10', 2, 1],
          ['2026-11', 3, 2],
        ],
      );
    });

    test('another region’s cases are counted there', async () => {
      const { region, total, items } = await figures(autumn, elsewhere);
      assert.deepEqual([region, total.submitted, total.open, total.ratings.count, items], ['140825', 0, 0, 0, []]);
    });

    test('the workbook has numbers as numbers, and no text in it is calculated', async () => {
      const answer = await fetch(`${baseUrl}/api/v1/agency/figures/workbook?${autumn}`, {
        headers: { authorization: `Bearer ${supervisor.api.token}` },
      });
      assert.match(answer.headers.get('content-disposition') ?? '', /attachment/);
      const file = new Blob([await answer.arrayBuffer()]);
      const [headings = [], delivery = [], , total = []] = await readSheet(file, '各事项');
      const column = (term: string): number => headings.indexOf(term);
      assert.deepEqual(
        ['申请', '退回补正占比', '受理用时中位数（工作日）', '目前超期', '平均分（满分 5）'].map(
          (term) => delivery[column(term)],
        ),
        [4, 0.5, 1, 1, 1],
      );
      assert.deepEqual(
        ['申请', '即时办结占比'].map((term) => total[column(term)]),
        [5, 0.2],
      );
      assert.ok((await readSheet(file, '经办人员')).some(([name]) => name === "'@SUM(1+1)"));
      assert.deepEqual((await readSheet(file, '补正原因')).slice(1), [
        [`'${formula}`, 2],
        ['其他（各写一次的）', 1],
      ]);
      assert.equal((await readSheet(file, '每天')).length, 62);
    });
  });
}
