/** Data portability and account closing; drafts, photos and sessions past their time. */
import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import type { CaseView } from '@yiban/shared-types/cases';
import type { InboxPage } from '@yiban/shared-types/inbox';
import type { AccountClosing, PersonalData } from '@yiban/shared-types/personal-data';
import { CitizenClient } from '../../scripts/client/citizen.ts';
import { drawnSignature } from '../../scripts/demo/drawn-papers.ts';
import { filledCase } from '../api/filled-case.ts';
import readExcelFile from 'read-excel-file/universal';
import { startProduct } from '../server/running-server.ts';

const daysAgo = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString();

for (const database of ['sqlite', 'mariadb'] as const) {
  describe(`personal data on ${database}`, async () => {
    const product = await startProduct({ database, env: { RETENTION_SECONDS: '1' } });
    after(product.stop);
    const { baseUrl, sandboxUrl } = product;
    const scanned = async (person: string) => CitizenClient.scanned(baseUrl, sandboxUrl, person);

    test('the export has the person, every case with its form, and the inbox, unmasked, and of nobody else', async () => {
      const citizen = await scanned('handler-gansu');
      const filed = await citizen.submit(await filledCase(citizen, 'settlement-coordination', '620000'));
      await (await scanned('worker-gansu')).open('remote-worker', '620000');
      const { person, cases, inbox } = await citizen.api.call<PersonalData>('GET', '/me/export');
      assert.match(person.idNo, /^\d{17}[\dX]$/);
      assert.deepEqual(
        cases.map(({ id }) => id),
        [filed.id],
      );
      assert.deepEqual(cases[0]?.form, filed.form);
      assert.ok(inbox.length > 0);
    });

    test('the same can be read by people: a workbook with the answers in words', async () => {
      const citizen = await scanned('handler-gansu');
      const bytes = await citizen.api.bytes('GET', '/me/export/workbook', undefined);
      const sheets = await readExcelFile(new Blob([new Uint8Array(bytes)]));
      const rows = (name: string): readonly (readonly unknown[])[] =>
        sheets.find(({ sheet }) => sheet === name)?.data ?? assert.fail(name);
      const { person, cases } = await citizen.api.call<PersonalData>('GET', '/me/export');
      assert.ok(rows('我的资料').some(([term, value]) => term === '证件号码' && value === person.idNo));
      const [filed] = cases;
      assert.ok(rows('办件').some(([number, item]) => number === filed?.number && item === filed?.itemName));
      const answers = rows('填写的内容').filter(([number]) => number === filed?.number);
      assert.equal(answers.length > 0, true);
      for (const [, , term, answer] of answers) assert.ok(term !== '' && answer !== '', String(term));
      assert.ok(rows('办理经过').length > 1);
      assert.ok(rows('消息').length > 1);
    });

    test('an account with a case under way is not closed, and says what to do', async () => {
      const citizen = await scanned('handler-gansu');
      const { status, text } = await citizen.api.send('DELETE', '/me');
      assert.deepEqual([status, /"code":"([a-z-]+)"/.exec(text)?.[1]], [409, 'account-in-use']);
    });

    test('closing throws away drafts, photos, messages and sessions; the person is unknown afterwards', async () => {
      const citizen = await scanned('worker-gansu');
      const session = await citizen.begin();
      await citizen.scan('worker-gansu');
      const draft = await citizen.open('remote-worker', '620000');
      const { id: upload } = await citizen.upload(await drawnSignature(), { purpose: 'signature' });
      const closing = await citizen.api.call<AccountClosing>('DELETE', '/me');
      assert.deepEqual(closing.keptCases, []);
      for (const path of [`/cases/${draft.id}`, `/uploads/${upload}`, '/me'])
        assert.equal((await citizen.api.send('GET', path)).status, 401, path);
      const refreshed = await citizen.api.send('POST', '/session/refresh', { refreshToken: session.refreshToken });
      assert.equal(refreshed.status, 401);
      // Who comes again begins anew.
      const again = await scanned('worker-gansu');
      assert.deepEqual((await again.api.call<PersonalData>('GET', '/me/export')).cases, []);
    });

    test('a draft is told of after 76 days, goes after 90, and not while it is worked on', async () => {
      const citizen = await scanned('retiree-gansu');
      const draft = await citizen.open('remote-retiree', '620000', { address: '某小区' });
      await product.sql(`UPDATE cases SET updatedAt = '${daysAgo(77)}' WHERE id = '${draft.id}'`);
      const told = async (): Promise<number> => {
        const { items } = await citizen.api.call<InboxPage>('GET', '/me/inbox');
        return items.filter(({ caseId }) => caseId === draft.id).length;
      };
      await until(async () => (await told()) === 1);
      await product.sql(`UPDATE cases SET updatedAt = '${daysAgo(91)}' WHERE id = '${draft.id}'`);
      await sleep(2500);
      // Told a moment ago: it is still there, and told once.
      assert.equal((await citizen.api.call<CaseView>('GET', `/cases/${draft.id}`)).form['address'], '某小区');
      assert.equal(await told(), 1);
      await product.sql(`UPDATE draft_warnings SET at = '${daysAgo(15)}' WHERE caseId = '${draft.id}'`);
      await product.sql(`UPDATE cases SET updatedAt = '${daysAgo(92)}' WHERE id = '${draft.id}'`);
      await until(async () => (await citizen.api.send('GET', `/cases/${draft.id}`)).status === 404);
    });

    test('a photo that was replaced in a draft is thrown away in time; the one that took its place stays', async () => {
      const citizen = await scanned('retiree-gansu');
      let draft = await citizen.open('remote-retiree', '620000');
      const sign = async (): Promise<string> =>
        (await citizen.upload(await drawnSignature(), { purpose: 'signature' })).id;
      const [first, second] = [await sign(), await sign()];
      for (const signature of [first, second])
        draft = await citizen.attach(draft, 'registration-form', { alternative: 'registration-form', signature });
      await product.sql(`UPDATE uploads SET expiresAt = '${daysAgo(1)}' WHERE caseId IS NULL`);
      await until(async () => (await citizen.api.send('GET', `/uploads/${first}`)).status === 404);
      assert.equal((await citizen.api.send('GET', `/uploads/${second}`)).status, 200);
    });
  });
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 15_000; Date.now() < end; await sleep(200)) if (await holds()) return;
  assert.fail('it did not come to pass within 15 seconds');
}
