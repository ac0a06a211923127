/** How decided money gets to people: batches, the bank’s file, its results, and what must never happen twice. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, describe, test } from 'node:test';
import type { OfficerCaseView } from '@yiban/shared-types/agency';
import type { InboxPage } from '@yiban/shared-types/inbox';
import type { PaymentBatchView, ResultsImport } from '@yiban/shared-types/payments';
import { CitizenClient } from '../../scripts/client/citizen.ts';
import { atBank, OfficerClient } from '../../scripts/client/officer.ts';
import { drawnSignature } from '../../scripts/demo/drawn-papers.ts';
import { hired, officersFile, atWork } from '../contract/hired-officers.ts';
import { startProduct } from '../server/running-server.ts';
import { filledCase } from './filled-case.ts';

const region = '340000';
const staff = {
  window: hired('受理员', ['window'], region),
  first: hired('初审员', ['first-reviewer', 'payer'], region),
  second: hired('复核员', ['second-reviewer'], region),
  payer: hired('拨付员', ['payer'], region),
  other: hired('另一拨付员', ['payer'], region),
};
const aided = { idType: '01', idNo: '340100196204040540', name: '陶金花' };
const goodCard = '6228480402564890018';
/** The sandbox's bank refuses it; as a card number it is right. */
const badCard = '6228480402560000000';
const account = { accountHolder: '陶金花', bank: '中国农业银行' };

/** A result file as a bank writes it. */
const resultFile = (...rows: readonly string[]): Buffer =>
  Buffer.from(['流水号,结果,原因,日期,金额', ...rows].join('\r\n'), 'utf8');
const today = (): string => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);

for (const database of ['sqlite', 'mariadb'] as const) {
  describe(`payments on ${database}`, async () => {
    const product = await startProduct({ database, env: { OFFICERS_FILE: officersFile(Object.values(staff)) } });
    after(product.stop);
    const { baseUrl, sandboxUrl } = product;
    const [window, first, second, payer, other] = await Promise.all(
      [staff.window, staff.first, staff.second, staff.payer, staff.other].map(async (one) => atWork(product, one)),
    );
    assert.ok(window && first && second && payer && other);

    /** A grant of medical aid that two officers have passed. */
    async function decided(bankCard = goodCard, amount = 100): Promise<string> {
      const form = { category: 'low-income', grounds: '个人负担过重。', burden: 800_000, ...account, bankCard };
      const { id, version } = await window!.api.write<OfficerCaseView>('POST', '/agency/grants', {
        item: 'aid-grant',
        person: aided,
        form,
      });
      const claimed = Math.max((await first!.one(id)).claimedTotal, amount);
      const reason = amount < claimed ? { reason: '按标准' } : {};
      await first!.api.write('POST', `/agency/cases/${id}/pass`, {
        version,
        settlement: [{ category: 'aid', claimed, approved: amount, ...reason }],
      });
      await second!.act('pass', id);
      return id;
    }

    const code = async (call: Promise<unknown>): Promise<string> =>
      call.then(
        () => 'done',
        (error: unknown) => String(error),
      );

    test('who reviewed a case cannot pay it, whatever their roles, nor take the file or bring the result', async () => {
      const id = await decided();
      assert.match((await first.payables()).find((one) => one.id === id)?.obstacle ?? '', /审核过/);
      assert.match(await code(first.freeze([id])), /payment-not-possible/);
      const batch = await payer.freeze([id]);
      assert.match(await code(first.bankFile(batch.id)), /same-officer/);
      const row = `${batch.payments[0]?.serial},成功,,${today()},1.00`;
      assert.match(await code(first.importResults(batch.id, resultFile(row))), /same-officer/);
      assert.equal((await payer.importResults(batch.id, resultFile(row))).applied, 1);
    });

    test('two payers who freeze the same cases at once: each case is in one batch', async () => {
      const ids = [await decided(), await decided()];
      const total = 200;
      const freeze = async (officer: OfficerClient, cases: readonly string[]) =>
        officer.api.send('POST', '/agency/payment-batches', { cases, total }, { 'idempotency-key': randomUUID() });
      const answers = await Promise.all([
        freeze(payer, ids),
        freeze(other, ids.toReversed()),
        freeze(payer, ids),
        freeze(other, ids),
      ]);
      assert.deepEqual(answers.map(({ status }) => String(status)).toSorted(), ['201', '409', '409', '409']);
      assert.ok(answers.filter(({ status }) => status === 409).every(({ text }) => text.includes('/cases/0')));
      const batch: PaymentBatchView = JSON.parse(answers.find(({ status }) => status === 201)?.text ?? '');
      assert.deepEqual(
        [batch.all, batch.waiting],
        [
          { count: 2, total },
          { count: 2, total },
        ],
      );
      // Meanwhile nothing else moves them.
      assert.match(await code(other.act('send-back', ids[0] ?? '', { reason: '再看看' })), /payment-under-way/);
    });

    test('a total that is not what was looked at, and a key with another body, are refused', async () => {
      const id = await decided();
      const key = randomUUID();
      const freeze = (total: number) =>
        payer.api.send('POST', '/agency/payment-batches', { cases: [id], total }, { 'idempotency-key': key });
      assert.match((await freeze(99)).text, /payment-total-differs/);
      const batch: PaymentBatchView = JSON.parse((await freeze(100)).text);
      assert.equal(JSON.parse((await freeze(100)).text).id, batch.id);
      assert.match((await freeze(101)).text, /idempotency-conflict/);
    });

    test('every bad row of a result file is named at once, and none is taken', async () => {
      const ids = [await decided(), await decided(), await decided()];
      const { id, payments } = await payer.freeze(ids);
      const [one = '', two = '', three = ''] = payments.map(({ serial }) => serial);
      assert.match(await code(payer.importResults(id, Buffer.from('不是,结果'))), /results-unreadable/);
      assert.match(await code(payer.importResults(id, Buffer.from('PK\u0003\u0004broken'))), /results-unreadable/);
      const bad = resultFile(
        `${one},成功,,2026-02-30,1.00`,
        `${two},大概成功,,${today()},1.00`,
        `99${three},成功,,${today()},1.00`,
        `${three},失败,,${today()},1.01`,
        `${three},成功,,2020-01-01,1.00`,
      );
      const { status, text } = await payer.api.send(
        'POST',
        `/agency/payment-batches/${id}/results`,
        { file: bad.toString('base64') },
        { 'idempotency-key': randomUUID() },
      );
      assert.equal(status, 422);
      const { errors } = JSON.parse(text);
      assert.deepEqual(
        errors.map(({ pointer, code: fault }: { pointer: string; code: string }) => `${pointer} ${fault}`),
        [
          '/rows/2 date-wrong',
          '/rows/3 result-unclear',
          '/rows/4 serial-unknown',
          '/rows/5 reason-missing',
          '/rows/5 amount-differs',
          '/rows/6 serial-twice',
          '/rows/6 date-outside',
        ],
      );
      assert.match(errors[0].message, /第 2 行/);
      assert.equal((await payer.api.call<PaymentBatchView>('GET', `/agency/payment-batches/${id}`)).waiting.count, 3);
    });

    test('the file is the same each time, in GB18030 and UTF-8, and from then on the batch stands', async () => {
      const batch = await payer.freeze([await decided(goodCard, 123_450)]);
      const file = await payer.bankFile(batch.id);
      assert.deepEqual(await payer.bankFile(batch.id), file);
      const serial = batch.payments[0]?.serial ?? '';
      const lines = new TextDecoder('gb18030', { fatal: true }).decode(file).split('\r\n');
      assert.deepEqual(lines, [
        '流水号,收款户名,收款账号,开户银行,金额,用途',
        `${serial},陶金花,${goodCard},中国农业银行,1234.50,医保拨付`,
        '',
      ]);
      assert.ok((await payer.bankFile(batch.id, 'utf-8')).toString('utf8').includes(lines[1] ?? ''));
      assert.equal((await payer.bankFile(batch.id, 'xlsx')).subarray(0, 2).toString(), 'PK');
      assert.match(
        await code(payer.api.call('POST', `/agency/payment-batches/${batch.id}/dissolve`)),
        /batch-with-bank/,
      );
    });

    test('a batch whose file nobody took is dissolved, and its cases can be paid', async () => {
      const id = await decided();
      const batch = await payer.freeze([id]);
      await payer.api.call('POST', `/agency/payment-batches/${batch.id}/dissolve`);
      assert.equal((await other.payOut(id)).batch.paid.count, 1);
    });

    test('the same file imported twice, and again after a crash, pays once and closes once', async () => {
      const id = await decided();
      const batch = await payer.freeze([id]);
      const file = await atBank(sandboxUrl, await payer.bankFile(batch.id));
      const [one, two] = await Promise.all([payer.importResults(batch.id, file), other.importResults(batch.id, file)]);
      assert.deepEqual([one?.applied, two?.applied].map(String).toSorted(), ['0', '1']);
      await product.crash();
      const again = await payer.importResults(batch.id, file);
      assert.deepEqual([again.applied, again.known, again.batch.paid.count], [0, 1, 1]);
      const closed = await payer.one(id);
      assert.equal(closed.history.filter(({ to }) => to === 'closed').length, 1);
      const opposite = resultFile(`${batch.payments[0]?.serial},失败,账号错,${today()},1.00`);
      assert.match(await code(payer.importResults(batch.id, opposite)), /results-invalid/);
      assert.match(await code(payer.freeze([id])), /payment-not-possible/);
    });

    test('a result that was taken, but not followed before a crash, is followed by itself', async () => {
      const id = await decided();
      const batch = await payer.freeze([id]);
      // As after a kill between the import and the case.
      await product.sql(
        `UPDATE payments SET result = 'paid', resultOn = '${today()}',
         toldBy = (SELECT createdBy FROM payment_batches WHERE id = '${batch.id}') WHERE batchId = '${batch.id}'`,
      );
      await product.crash();
      for (const until = Date.now() + 30_000; Date.now() < until && (await payer.one(id)).status !== 'closed';)
        await new Promise((resume) => setTimeout(resume, 500));
      assert.equal((await payer.one(id)).status, 'closed');
    });

    test('where nothing was to be paid, the case is closed without the bank', async () => {
      const id = await decided(goodCard, 0);
      const batch = await payer.freeze([id]);
      assert.equal(batch.paid.count, 1);
      assert.equal((await payer.one(id)).status, 'closed');
      assert.doesNotMatch((await payer.bankFile(batch.id)).toString('latin1'), /6228/);
    });

    test('a refused payment goes back to the person, who corrects the account alone, and is paid again', async () => {
      const citizen = await CitizenClient.scanned(baseUrl, sandboxUrl, 'worker-anhui');
      const draft = await filledCase(citizen, 'account-withdrawal', region, {
        answers: { ground: 'emigrated', accountHolder: '汪涛', bankCard: badCard },
      });
      const { id } = await citizen.submit(draft);
      const refused = await payer.payOut(id);
      assert.deepEqual([refused.batch.refused.count, refused.batch.payments[0]?.reason], [1, '账号与户名不符']);

      const asked = await citizen.one(id);
      assert.equal(asked.status, 'supplement');
      assert.deepEqual(asked.actions, ['edit', 'supplement']);
      assert.ok(asked.notice?.items.some(({ question, reason }) => question === 'bankCard' && /户名不符/.test(reason)));
      const { items } = await citizen.api.call<InboxPage>('GET', '/me/inbox');
      assert.match(items[0]?.body ?? '', /账号与户名不符.*收款/);
      assert.match(await code(citizen.save(asked, { ground: 'given-up' })), /account-alone/);
      const withdraw = { version: asked.version, reason: '不要了' };
      assert.match(await code(citizen.api.write('POST', `/cases/${id}/withdraw`, withdraw)), /transition-not-allowed/);

      let corrected = await citizen.save(asked, { bankCard: goodCard });
      // The form with the new account is signed again.
      const { errors } = await citizen.check(corrected);
      assert.deepEqual(
        errors.map(({ pointer }) => pointer),
        ['/materials/application-form'],
      );
      const signature = (await citizen.upload(await drawnSignature(), { purpose: 'signature' })).id;
      corrected = await citizen.attach(corrected, 'application-form', { alternative: 'application-form', signature });
      assert.equal((await citizen.supplement(corrected)).status, 'payment');
      // Another payer may pay it now: the first one's duty ended with the refusal.
      const paid = await other.payOut(id);
      assert.equal(paid.batch.paid.count, 1);
      const closed = await citizen.one(id);
      assert.deepEqual([closed.status, closed.outcome], ['closed', 'granted']);
      const pdf = await citizen.api.pdf(`/cases/${id}/documents/settlement-statement`);
      assert.ok(pdf.length > 1000);
      const told = (await citizen.api.call<InboxPage>('GET', '/me/inbox')).items[0]?.body ?? '';
      assert.match(told, /已于 \d{4}年\d+月\d+日 拨付/);
      // What was refused before stays as it was.
      const before = await payer.api.call<PaymentBatchView>('GET', `/agency/payment-batches/${refused.batch.id}`);
      assert.deepEqual([before.refused.count, before.waiting.count], [1, 0]);
    });

    test('one case of a file is paid, another refused: each goes its way', async () => {
      const good = await decided();
      const bad = await decided(badCard);
      const result: ResultsImport = await payer.payOut(good, bad);
      assert.deepEqual([result.applied, result.batch.paid.count, result.batch.refused.count], [2, 1, 1]);
      assert.deepEqual([(await payer.one(good)).status, (await payer.one(bad)).status], ['closed', 'supplement']);
      const bank: readonly { serial: string; result: string }[] = await (
        await fetch(`${sandboxUrl}/bank/payments`)
      ).json();
      assert.equal(new Set(bank.map(({ serial }) => serial)).size, bank.length);
    });
  });
}
