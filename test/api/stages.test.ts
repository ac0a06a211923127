/** Stages that an item's data asks for: public notice, preliminary result and feedback, conversation. */
import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import type { CaseView, ConversationMessage } from '@yiban/shared-types/cases';
import type { InboxPage } from '@yiban/shared-types/inbox';
import type { PublicNoticePage } from '@yiban/shared-types/public-notices';
import { CitizenClient } from '../../scripts/client/citizen.ts';
import { photographed } from '../../scripts/demo/filed-cases.ts';
import { startProduct } from '../server/running-server.ts';
import { filledCase } from './filled-case.ts';
import { Office } from './office.ts';

const region = '620000';

for (const database of ['sqlite', 'mariadb'] as const) {
  describe(`stages on ${database}`, async () => {
    const product = await startProduct({ database });
    after(product.stop);
    const office = await Office.of(product, region);
    const handler = await CitizenClient.scanned(product.baseUrl, product.sandboxUrl, 'handler-gansu');
    const { id: unit } = await handler.actFor(region, '91620102MA7YB0107J');
    const first = office.officer('first-reviewer');
    const second = office.officer('second-reviewer');

    async function underReview(item: string): Promise<string> {
      const { id } = await handler.submit(await filledCase(handler, item, region, { unit }));
      await office.officer('window').act('accept', id);
      await first.claim(id);
      return id;
    }

    test('a designation is published, open to all, and goes on only when its last day is over', async () => {
      const id = await underReview('institution-designation');
      await first.act('pass', id);
      await first.act('pass', id);
      const current = await handler.one(id);
      assert.equal(current.status, 'public-notice');
      assert.equal(current.publicNotice?.running, true);

      const open = await fetch(`${product.baseUrl}/api/v1/regions/${region}/public-notices`);
      const { items }: PublicNoticePage = await open.json();
      assert.deepEqual([items[0]?.subject, items[0]?.until], ['兰州陇原机械有限公司', current.publicNotice.until]);
      assert.match(items[0]?.objections ?? '', /12393/);

      await assert.rejects(first.act('pass', id), /notice-running/);
      await office.letDaysPass('public_notices', id);
      assert.equal((await first.act('pass', id)).status, 'closed');
    });

    test('an institution that fails the assessment is turned down with the reason, and its notice is taken back', async () => {
      const id = await underReview('pharmacy-designation');
      await first.act('pass', id);
      await first.act('pass', id);
      await second.act('reject', id, { reason: '公示期间查实药师挂证' });
      const { status, publicNotice, decision } = await handler.one(id);
      assert.deepEqual([status, publicNotice, decision?.reason], ['rejected', null, '公示期间查实药师挂证']);
    });

    test('preliminary result, feedback, final result: the institution is heard before the amount stands', async () => {
      const id = await underReview('institution-settlement');
      await first.act('pass', id, {
        settlement: [{ category: 'fund', claimed: 10_000, approved: 8_000, reason: '超限用药核减 20 元' }],
      });
      const told = await handler.one(id);
      assert.equal(told.status, 'second-review');
      assert.deepEqual([told.preliminary?.open, told.preliminary?.settlement.approved], [true, 8_000]);
      assert.equal(told.clock, 'running');
      assert.ok(told.actions.includes('feedback'));
      const { items } = await handler.api.call<InboxPage>('GET', '/me/inbox');
      assert.match(items[0]?.title ?? '', /初审结果/);
      await assert.rejects(second.act('pass', id), /feedback-open/);

      const say = async (body: object): Promise<CaseView> => {
        const { version } = await handler.one(id);
        return handler.api.write('POST', `/cases/${id}/feedback`, { version, ...body });
      };
      await assert.rejects(say({ agrees: false }), /reason-required/);
      const heard = await say({ agrees: false, text: '该药在协议目录内，附处方。' });
      assert.deepEqual([heard.status, heard.preliminary?.open], ['second-review', false]);
      assert.equal(heard.preliminary?.feedback?.text, '该药在协议目录内，附处方。');
      assert.equal(heard.history.at(-1)?.reason, '该药在协议目录内，附处方。');
      await assert.rejects(say({ agrees: true }), /no-feedback-asked/);

      const seen = await second.one(id);
      assert.equal(seen.preliminary?.feedback?.agrees, false);
      await second.act('pass', id, { settlement: [{ category: 'fund', claimed: 10_000, approved: 10_000 }] });
      await office.officer('payer').payOut(id);
      const closed = await handler.one(id);
      assert.deepEqual([closed.status, closed.settlement?.approved], ['closed', 10_000]);
      assert.equal(closed.preliminary?.settlement.approved, 8_000);
    });

    test('an institution that says nothing is waited for until the last day, and no longer', async () => {
      const id = await underReview('pharmacy-settlement');
      await first.act('pass', id, { settlement: [{ category: 'fund', claimed: 10_000, approved: 10_000 }] });
      await assert.rejects(second.act('pass', id), /feedback-open/);
      await office.letDaysPass('case_feedback', id);
      const current = await handler.one(id);
      assert.ok(!current.actions.includes('feedback'));
      const late = { version: current.version, agrees: true };
      await assert.rejects(handler.api.write('POST', `/cases/${id}/feedback`, late), /no-feedback-asked/);
      assert.equal((await second.act('pass', id)).status, 'payment');
    });

    test('tables that do not add up with the form are refused, with where', async () => {
      const draft = await filledCase(handler, 'institution-settlement', region, { unit });
      const saved = await handler.save(draft, { visits: 2, claimed: 9_999 });
      const { errors } = await handler.check(saved);
      assert.deepEqual(
        errors.filter(({ code }) => !code.startsWith('signature')).map(({ pointer, code }) => [pointer, code]),
        [['/form/records', 'records-add-up']],
      );
    });

    test('a problem is talked about, with photos, a promised answer, and closed by the person', async () => {
      const person = await CitizenClient.scanned(product.baseUrl, product.sandboxUrl, 'worker-gansu');
      const { id, conversation } = await person.submit(await filledCase(person, 'settlement-coordination', region));
      assert.equal(conversation?.waitingForAgency, true);
      assert.match(conversation.answerDue ?? '', /^\d{4}-\d{2}-\d{2}$/);
      const picture = await photographed(person, 'screenshots', '提示', ['未查询到备案']);
      const said = await person.api.write<readonly ConversationMessage[]>('POST', `/cases/${id}/messages`, {
        text: '窗口说查不到备案。',
        uploads: [picture],
      });
      assert.deepEqual(
        said.map(({ from, text, pictures, answerDue }) => [from, text, pictures.length, answerDue === null]),
        [['person', '窗口说查不到备案。', 1, false]],
      );

      await office.officer('window').act('accept', id);
      await first.claim(id);
      await assert.rejects(first.act('pass', id), /answer-first/);
      const [read] = await first.api.call<readonly ConversationMessage[]>('GET', `/agency/cases/${id}/messages`);
      assert.equal(read?.text, '窗口说查不到备案。');
      const answered = await first.answer(id, '已重新上传备案，请再刷一次。');
      assert.match(answered.at(-1)?.author ?? '', /^经办人员 \d+/);
      const { items } = await person.api.call<InboxPage>('GET', '/me/inbox');
      assert.equal(items[0]?.title, '医保部门回复您了');

      const current = await person.one(id);
      assert.deepEqual([current.conversation?.waitingForAgency, current.conversation?.messages], [false, 2]);
      assert.ok(current.actions.includes('solved'));
      const stranger = await CitizenClient.scanned(product.baseUrl, product.sandboxUrl, 'retiree-gansu');
      assert.equal((await stranger.api.send('GET', `/cases/${id}/messages`)).status, 404);
      const closed = await person.api.write<CaseView>('POST', `/cases/${id}/solved`, { version: current.version });
      assert.deepEqual([closed.status, closed.outcome], ['closed', 'granted']);
      await assert.rejects(person.api.write('POST', `/cases/${id}/messages`, { text: '还有' }), /no-conversation/);
    });

    test('a case that is not talked about takes no messages', async () => {
      const id = await underReview('institution-designation');
      await assert.rejects(handler.api.write('POST', `/cases/${id}/messages`, { text: '您好' }), /no-conversation/);
      const { version } = await handler.one(id);
      await assert.rejects(handler.api.write('POST', `/cases/${id}/solved`, { version }), /no-conversation/);
    });
  });
}
