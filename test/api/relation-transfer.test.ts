/** 转移接续: three steps between two agencies, each with its own date; the sandbox is the other agency. */
import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import type { OfficerCaseView } from '@yiban/shared-types/agency';
import type { CaseView } from '@yiban/shared-types/cases';
import type { InboxPage } from '@yiban/shared-types/inbox';
import { CitizenClient } from '../../scripts/client/citizen.ts';
import { startProduct } from '../server/running-server.ts';
import { filledCase } from './filled-case.ts';
import { Office } from './office.ts';

for (const database of ['sqlite', 'mariadb'] as const) {
  describe(`transfer of the insurance relation on ${database}`, async () => {
    const product = await startProduct({
      database,
      env: { SANDBOX_TRANSFER_DELAY_MS: '86400000', TRANSFER_WATCH_SECONDS: '1' },
    });
    after(product.stop);
    const office = await Office.of(product, '620000');
    const first = office.officer('first-reviewer');

    async function accepted(person: string): Promise<{ citizen: CitizenClient; view: CaseView }> {
      const citizen = await CitizenClient.scanned(product.baseUrl, product.sandboxUrl, person);
      const { id } = await citizen.submit(await filledCase(citizen, 'relation-transfer', '620000'));
      await office.officer('window').act('accept', id);
      return { citizen, view: await citizen.one(id) };
    }

    async function answerOf(letterNo: string | undefined): Promise<void> {
      const answer = await fetch(`${product.sandboxUrl}/transfers/${letterNo ?? ''}/answer`, { method: 'POST' });
      assert.equal(answer.status, 200);
    }

    test('from letter to close: each step has its date, what came is recorded, and nothing closes early', async () => {
      const { citizen, view } = await accepted('worker-gansu');
      const [letter, answer, closing] = view.legs;
      assert.deepEqual(
        view.legs.map(({ by, workingDays }) => [by, workingDays]),
        [
          ['own', 5],
          ['other', 10],
          ['own', 5],
        ],
      );
      // The letter goes out with the acceptance, so the other agency's ten days run from the same day.
      assert.ok(letter?.doneOn && answer?.startedOn === letter.doneOn && answer.dueAt);
      assert.ok(answer.dueAt > (letter.dueAt ?? '') && closing?.startedOn === null);
      // What has not begun has a day too: the last one if the other agency takes all of its ten days.
      assert.ok(closing.dueAt === null && (closing.expectedAt ?? '') > answer.dueAt);
      await first.claim(view.id);
      await assert.rejects(first.act('pass', view.id), /legs-open/);

      const letterNo = letter.details.find(({ term }) => term === '联系函编号')?.shown;
      await answerOf(letterNo);
      const looked = await first.api.call<OfficerCaseView>('POST', `/agency/cases/${view.id}/legs/look`);
      const [, received, last] = looked.legs;
      assert.ok(received?.doneOn && last?.startedOn === received.doneOn && last.dueAt);
      assert.deepEqual(
        received.details.map(({ term }) => term),
        ['信息表编号', '转入的缴费时间', '转入的缴费月数', '转入的资金'],
      );
      await first.act('pass', view.id);
      const closed = await citizen.one(view.id);
      assert.equal(closed.status, 'closed');
      assert.ok(closed.legs.every(({ doneOn, late }) => doneOn !== null && !late));
      const { items } = await citizen.api.call<InboxPage>('GET', '/me/inbox');
      assert.ok(items.some(({ title }) => title === '原参保地已经转过来了'));
    });

    test('a step past its date is seen by the person and in the officers’ queue', async () => {
      const { citizen, view } = await accepted('mother-gansu');
      // Makes the days go by.
      await product.sql(`UPDATE case_legs SET dueAt = '2026-11-02' WHERE caseId = '${view.id}' AND ordinal = 2`);
      const [, waiting] = (await citizen.one(view.id)).legs;
      assert.equal(waiting?.late, true);
      const { items } = await first.queue('?limit=100');
      assert.equal(items.find(({ id }) => id === view.id)?.lateLeg, '原参保地发出《信息表》、划转资金');
    });

    test('the answer is found without anyone asking', async () => {
      const { citizen, view } = await accepted('handler-gansu');
      await answerOf(view.legs[0]?.details[0]?.shown);
      for (const until = Date.now() + 15_000; Date.now() < until;) {
        if ((await citizen.one(view.id)).legs[1]?.doneOn) return;
        await new Promise((resume) => setTimeout(resume, 300));
      }
      assert.fail('the answer was not noticed');
    });
  });
}
