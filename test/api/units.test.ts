/** Units and who acts for them: named by the platform, or by a letter that an officer checks. */
import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import type { CasePage } from '@yiban/shared-types/cases';
import type { UnitView } from '@yiban/shared-types/units';
import { CitizenClient } from '../../scripts/client/citizen.ts';
import { photographed } from '../../scripts/demo/filed-cases.ts';
import { startProduct } from '../server/running-server.ts';
import { filledCase } from './filled-case.ts';
import { Office } from './office.ts';

const longyuan = '91620102MA7YB0107J';
/** Known to no bureau. */
const unheardOf = '91350100M000100Y43';

for (const database of ['sqlite', 'mariadb'] as const) {
  describe(`units on ${database}`, async () => {
    const product = await startProduct({ database });
    after(product.stop);
    const office = await Office.of(product, '620000');
    const handler = await CitizenClient.scanned(product.baseUrl, product.sandboxUrl, 'handler-gansu');
    const worker = await CitizenClient.scanned(product.baseUrl, product.sandboxUrl, 'worker-gansu');
    const letter = async (citizen: CitizenClient): Promise<string> =>
      photographed(citizen, 'authorization-letter', '授权委托书', ['委托办理医疗保障业务', '单位盖章']);
    const refused = async (citizen: CitizenClient, body: object): Promise<string> => {
      const { text } = await citizen.api.send('POST', '/units', { region: '620000', ...body });
      return /"code":"([^"]+)"/.exec(text)?.[1] ?? '';
    };

    test('whom the platform names as the handler acts for the unit at once', async () => {
      const { name, authority, confirmed } = await handler.actFor('620000', longyuan);
      assert.deepEqual([name, authority, confirmed], ['兰州陇原机械有限公司', 'platform', true]);
      await handler.actFor('620000', longyuan);
      assert.equal((await handler.api.call<readonly UnitView[]>('GET', '/units')).length, 1);
    });

    test('a wrong check character, a missing letter and a missing name are each said', async () => {
      assert.equal(await refused(worker, { creditCode: '91620102MA7YB0107K' }), 'unit-code-wrong');
      assert.equal(await refused(worker, { creditCode: longyuan }), 'unit-letter-required');
      assert.equal(await refused(worker, { creditCode: unheardOf }), 'unit-name-required');
      assert.equal(await refused(worker, { creditCode: unheardOf, name: '某店' }), 'unit-letter-required');
      assert.equal(await refused(worker, { creditCode: longyuan, letter: ['nobody-sent-this'] }), 'upload-not-found');
    });

    test('an item of a unit is not filed for oneself, nor for a unit that one does not act for', async () => {
      const [unit] = await handler.api.call<readonly UnitView[]>('GET', '/units');
      const forMyself = handler.open('unit-enrolment', '620000');
      await assert.rejects(forMyself, /unit-required/);
      await assert.rejects(worker.open('unit-enrolment', '620000', {}, unit?.id), /unit-not-found/);
      await assert.rejects(handler.open('unit-enrolment', '340000', {}, unit?.id), /wrong-region/);
      await assert.rejects(handler.open('remote-retiree', '620000', {}, unit?.id), /wrong-region/);
    });

    test('a case names the unit, is filled in with it, and is not decided at once on a letter nobody checked', async () => {
      const unit = await worker.actFor('620000', unheardOf, {
        name: '兰州新店有限公司',
        letter: [await letter(worker)],
      });
      assert.deepEqual([unit.authority, unit.confirmed], ['letter', false]);
      const draft = await filledCase(worker, 'unit-enrolment-change', '620000', { unit: unit.id });
      assert.deepEqual(draft.for, { name: '兰州新店有限公司', unit: true });
      assert.deepEqual([draft.form['unitName'], draft.form['creditCode']], ['兰州新店有限公司', unheardOf]);
      const { warnings } = await worker.check(draft);
      assert.ok(warnings.some(({ code }) => code === 'unit-authority-unchecked'));

      const other = await worker.save(draft, { creditCode: longyuan });
      assert.ok((await worker.check(other)).errors.some(({ code }) => code === 'unit-mismatch'));
      const right = await filledCase(worker, 'unit-enrolment-change', '620000', { unit: unit.id });
      const { id, status, history } = await worker.submit(right);
      assert.equal(status, 'submitted');
      assert.match(history[0]?.actor ?? '', /^单位经办人 /);

      const seen = await office.officer('window').one(id);
      assert.deepEqual([seen.unit?.authority, seen.unit?.confirmed, seen.unit?.letter.length], ['letter', false, 1]);
      await office.officer('window').act('accept', id);
      const [confirmed] = await worker.api.call<readonly UnitView[]>('GET', '/units');
      assert.equal(confirmed?.confirmed, true);
      assert.equal((await office.workOff(id)).at(-1), 'closed');
    });

    test('a case that is declined takes its unchecked letter with it: nothing more is filed on it', async () => {
      const stranger = await CitizenClient.scanned(product.baseUrl, product.sandboxUrl, 'heir-gansu');
      const asked = { name: '兰州新店有限公司', letter: [await letter(stranger)] };
      const unit = await stranger.actFor('620000', unheardOf, asked);
      const { id } = await stranger.submit(
        await filledCase(stranger, 'unit-enrolment-change', '620000', { unit: unit.id }),
      );
      await office.officer('window').act('decline', id, { reason: '授权委托书上没有单位公章。' });
      assert.deepEqual(await stranger.api.call<readonly UnitView[]>('GET', '/units'), []);
      await assert.rejects(stranger.open('unit-enrolment', '620000', {}, unit.id), /unit-not-found/);
      const again = await stranger.actFor('620000', unheardOf, { ...asked, letter: [await letter(stranger)] });
      assert.notEqual(again.id, unit.id, 'a new letter is a new beginning');
    });

    test('a unit’s filed cases are seen by its checked handlers, its drafts only by who writes them', async () => {
      const [unit] = await handler.api.call<readonly UnitView[]>('GET', '/units');
      const draft = await filledCase(handler, 'unit-enrolment', '620000', { unit: unit?.id ?? '' });
      const colleague = await CitizenClient.scanned(product.baseUrl, product.sandboxUrl, 'mother-gansu');
      await colleague.actFor('620000', longyuan, { letter: [await letter(colleague)] });
      const submitted = await handler.submit(draft);
      const sees = async (): Promise<boolean> => {
        const { items } = await colleague.api.call<CasePage>('GET', '/cases');
        const one = await colleague.api.send('GET', `/cases/${submitted.id}`);
        assert.equal(
          one.status === 200,
          items.some(({ id }) => id === submitted.id),
        );
        return one.status === 200;
      };
      assert.equal(await sees(), false, 'not before an officer has checked the letter');
      const [own] = await colleague.api.call<readonly UnitView[]>('GET', '/units');
      const first = await colleague.submit(
        await filledCase(colleague, 'unit-enrolment-change', '620000', { unit: own?.id ?? '' }),
      );
      await office.officer('window').act('accept', first.id);
      assert.equal(await sees(), true);
      const withdrawal = { version: submitted.version };
      await assert.rejects(
        colleague.api.write('POST', `/cases/${submitted.id}/withdraw`, withdrawal),
        /case-not-found/,
      );
      await colleague.api.call('DELETE', `/units/${own?.id}`);
      assert.equal(await sees(), false, 'no more once they have left');
    });
  });
}
