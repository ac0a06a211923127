/** Tables of employees as .xlsx: 5,000 rows, every bad row named at once, hostile files, and what comes out again. */
import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import type { CaseView, TableRows } from '@yiban/shared-types/cases';
import type { UnitEnrolmentView } from '@yiban/shared-types/live-records';
import type { Problem } from '@yiban/shared-types/problems';
import type { EnrolmentsView } from '@yiban/shared-types/session';
import { readSheet } from 'read-excel-file/universal';
import { z } from 'zod';
import { CitizenClient } from '../../scripts/client/citizen.ts';
import { startProduct } from '../server/running-server.ts';
import { filledCase } from './filled-case.ts';
import { Office } from './office.ts';
import { bomb, identityNumber, lyingBomb, writtenTable } from './written-table.ts';

const columns = ['姓名', '人员类别', '身份证号码', '证件号码', '办理类型', '月缴费工资', '生效月份'];
const employee = (n: number, name = '王小明') => [
  name,
  '内地居民',
  identityNumber(n),
  null,
  '参保（增加）',
  6500.5,
  '2026-11',
];

for (const database of ['sqlite', 'mariadb'] as const) {
  describe(`tables on ${database}`, async () => {
    const product = await startProduct({ database });
    after(product.stop);
    const office = await Office.of(product, '620000');
    const handler = await CitizenClient.scanned(product.baseUrl, product.sandboxUrl, 'handler-gansu');
    const { id: unit } = await handler.actFor('620000', '91620102MA7YB0107J');
    const begin = async (): Promise<CaseView> =>
      handler.open('employee-enrolment', '620000', { employment: 'working' }, unit);

    /** The answer to a file that is refused. */
    async function refusal(bytes: Buffer): Promise<Problem> {
      const draft = await begin();
      const { id } = await handler.upload(bytes, { purpose: 'table' });
      const answer = await handler.api.send('PUT', `/cases/${draft.id}/tables/people`, {
        version: draft.version,
        upload: id,
      });
      assert.equal(answer.headers.get('content-type'), 'application/problem+json; charset=utf-8');
      return JSON.parse(answer.text);
    }

    test('five thousand employees are read, counted, summed up, and can be looked at page by page', async () => {
      const draft = await begin();
      const rows = Array.from({ length: 5000 }, (_, n) => employee(n));
      const { id } = await handler.upload(await writtenTable([columns, ...rows]), { purpose: 'table' });
      const started = Date.now();
      const answered = await handler.attachTable(draft, 'people', id);
      assert.ok(Date.now() - started < 10_000, `${Date.now() - started} ms`);
      const { file, ...rest } = Object(answered.form['people']);
      assert.equal(file, id);
      assert.deepEqual(rest, {
        rows: 5000,
        totals: { wage: 5000 * 650_050 },
        choices: { action: ['add'], personKind: ['mainland'] },
      });
      const page = await handler.api.call<TableRows>('GET', `/cases/${draft.id}/tables/people?from=4990&limit=100`);
      assert.deepEqual([page.total, page.rows.length], [5000, 10]);
      assert.deepEqual(page.rows[9], {
        name: '王小明',
        personKind: 'mainland',
        idNo: identityNumber(4999),
        action: 'add',
        wage: 650_050,
        month: '2026-11',
      });
    });

    test('every bad row is named at once: row, column, and what is wrong; what stood before stands', async () => {
      const rows = Array.from({ length: 3000 }, (_, n) => employee(n));
      rows[1] = ['王小明', '内地居民', '620100199001010011', null, '参保（增加）', 6500, '2026-11'];
      rows[2] = [null, '内地居民', identityNumber(2), null, '入职', 'abc', '下个月'];
      rows[2998] = employee(0);
      rows[2999] = ['李四', '外国人', null, null, '参保（增加）', null, '2026-11'];
      const { code, detail, errors = [] } = await refusal(await writtenTable([columns, ...rows]));
      assert.equal(code, 'table-rows-invalid');
      assert.match(detail, /4 行要改，一共 8 处/);
      assert.deepEqual(
        errors.map(({ row, column, code: fault }) => [row, column, fault]),
        [
          [3, '身份证号码', 'wrong-check-digit'],
          [4, '办理类型', 'unknown-choice'],
          [4, '月缴费工资', 'wrong-format'],
          [4, '姓名', 'missing'],
          [4, '生效月份', 'wrong-format'],
          [3001, '证件号码', 'missing'],
          [3001, '月缴费工资', 'missing'],
          [3000, '身份证号码', 'row-twice'],
        ],
      );
      assert.ok(errors.every(({ message }) => /^第 \d+ 行：.*「/.test(message)));
    });

    test('an identity number that the sheet holds as a number is not taken with its last digits lost', async () => {
      const [name, kind, , ...rest] = employee(1);
      const { errors } = await refusal(
        await writtenTable([columns, [name, kind, Number('620100196001010013'), ...rest]]),
      );
      assert.equal(errors?.[0]?.code, 'digits-lost');
      assert.match(errors[0].message, /设成「文本」/);
    });

    test('formulas are not computed: the last result counts, and a formula without one is an empty cell', async () => {
      const [name, kind, idNo, document, action, , month] = employee(7);
      const formula = { value: '=1+1', type: 'Formula' as const };
      const { errors } = await refusal(
        await writtenTable([columns, [name, kind, idNo, document, action, formula, month]]),
      );
      assert.deepEqual(
        errors?.map(({ column, code }) => [column, code]),
        [['月缴费工资', 'missing']],
      );
    });

    test('a missing column, an empty sheet and one row too many each say what to do', async () => {
      const lacking = await refusal(await writtenTable([columns.slice(1), employee(1).slice(1)]));
      assert.deepEqual(
        lacking.errors?.map(({ column, code }) => [column, code]),
        [['姓名', 'column-missing']],
      );
      assert.equal((await refusal(await writtenTable([columns]))).code, 'table-empty');
      const many = Array.from({ length: 5001 }, (_, n) => employee(n));
      assert.equal((await refusal(await writtenTable([columns, ...many]))).code, 'table-too-many-rows');
    });

    test('archives that would unpack to far too much, and those that lie about it, are refused and the server lives', async () => {
      assert.equal((await refusal(bomb())).code, 'table-too-large');
      assert.equal((await refusal(lyingBomb())).code, 'table-not-xlsx');
      assert.equal(
        (await refusal(Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.alloc(500, 7)]))).code,
        'table-not-xlsx',
      );
      assert.equal((await fetch(`${product.baseUrl}/health/ready`)).status, 200);
    });

    test('a file that is no archive is refused as it arrives', async () => {
      await assert.rejects(handler.upload(Buffer.from('姓名,身份证\n'), { purpose: 'table' }), /upload-not-a-table/);
    });

    test('what looks like a formula comes out as a harmless text, for the handler and for officers', async () => {
      const draft = await begin();
      const rows = [columns, employee(1, '=HYPERLINK("http://x","点我")'), employee(2, '-王'), employee(3, '王小明')];
      const { id } = await handler.upload(await writtenTable(rows), { purpose: 'table' });
      const answer = await handler.attachTable(draft, 'people', id);
      const workbook = await fetch(`${product.baseUrl}/api/v1/cases/${answer.id}/tables/people/workbook`, {
        headers: { authorization: `Bearer ${handler.api.token}` },
      });
      assert.match(workbook.headers.get('content-disposition') ?? '', /filename\*=UTF-8''%E8%81%8C/);
      const sheet = await readSheet(await workbook.arrayBuffer());
      assert.deepEqual(
        sheet.slice(1).map(([name]) => name),
        [`'=HYPERLINK("http://x","点我")`, `'-王`, '王小明'],
      );
      assert.deepEqual(sheet[1]?.slice(1), ['内地居民', identityNumber(1), null, '参保（增加）', 6500.5, '2026-11']);
    });

    test('the template has the headings, is open to all, and filled in it is taken', async () => {
      const answer = await fetch(
        `${product.baseUrl}/api/v1/regions/620000/items/employee-enrolment/tables/people/template`,
      );
      assert.equal(answer.status, 200);
      const headings = (await readSheet(await answer.arrayBuffer()))[0];
      assert.deepEqual(headings, columns);
    });

    test('typed rows are checked the same way, and take the place of a file', async () => {
      const draft = await begin();
      const { id } = await handler.upload(await writtenTable([columns, employee(1)]), { purpose: 'table' });
      const attached = await handler.attachTable(draft, 'people', id);
      const typed = [
        { name: '王小明', personKind: 'mainland', idNo: identityNumber(2), action: 'add', month: '2026-11' },
      ];
      const saved = await handler.save(attached, { people: typed });
      const { errors } = await handler.check(saved);
      const fault = errors.find(({ pointer }) => pointer === '/form/people/0/wage');
      assert.equal(fault?.message, '第 1 行：「月缴费工资」没有填。');
      const forged = await handler.save(saved, { people: { file: id, rows: 1, totals: { wage: 1 }, choices: {} } });
      assert.deepEqual(forged.form['people'], typed);
    });

    test('a decided list goes upstream some rows at a time, each row once, money in yuan', async () => {
      const filling = { unit, answers: { employment: 'working' } };
      const begun = await filledCase(handler, 'employee-enrolment', '620000', filling);
      const joining = await CitizenClient.scanned(product.baseUrl, product.sandboxUrl, 'daughter-gansu');
      const state = async () => (await joining.api.call<EnrolmentsView>('GET', '/me/enrolments')).enrolments;
      assert.deepEqual(
        (await state()).map(({ status, employer }) => [status, employer]),
        [['active', null]],
      );
      const newcomer = ['周玉梅', '内地居民', '620100196609230067', null];
      const rows = [
        ...Array.from({ length: 320 }, (_, n) => employee(n)),
        [...newcomer, '参保（增加）', 6500.5, '2026-11'],
      ];
      const { id } = await handler.upload(await writtenTable([columns, ...rows]), { purpose: 'table' });
      await handler.attachTable(begun, 'people', id);
      const draft = await filledCase(handler, 'employee-enrolment', '620000', { ...filling, draft: begun.id });
      const submitted = await handler.submit(draft);
      assert.equal((await office.workOff(submitted.id)).at(-1), 'closed');
      const seen = await office.officer('first-reviewer').one(submitted.id);
      assert.equal(seen.unit?.creditCode, '91620102MA7YB0107J');
      const deeds = z
        .array(
          z.object({
            operation: z.string(),
            key: z.string(),
            psnNo: z.string(),
            fields: z.record(z.string(), z.string()),
          }),
        )
        .parse(await (await fetch(`${product.sandboxUrl}/registrations`)).json())
        .filter(({ operation, key }) => operation === 'register-employees' && key.startsWith(submitted.id));
      assert.deepEqual([deeds.length, new Set(deeds.map(({ psnNo }) => psnNo)).size], [3, 1]);
      const sent = deeds.flatMap(({ fields }) =>
        z.array(z.record(z.string(), z.string())).parse(JSON.parse(fields['psn_list'] ?? '')),
      );
      assert.equal(new Set(sent.map(({ certno }) => certno)).size, 321);
      assert.equal(sent[0]?.['clct_base'], '6500.50');

      const [enrolled] = await state();
      assert.deepEqual(
        [enrolled?.status, enrolled?.employer, enrolled?.since],
        ['active', '兰州陇原机械有限公司', '2026-11-01'],
      );
      const told = await handler.api.call<UnitEnrolmentView>('GET', '/units/91620102MA7YB0107J/enrolment');
      assert.equal(told.members, 186 + 321);
    });

    test('officers see the rows of a submitted case; nobody else does', async () => {
      const stranger = await CitizenClient.scanned(product.baseUrl, product.sandboxUrl, 'retiree-gansu');
      const draft = await begin();
      const path = `/cases/${draft.id}/tables/people`;
      assert.equal((await stranger.api.send('GET', path)).status, 404);
      assert.equal((await office.officer('window').api.send('GET', `/agency${path}`)).status, 404);
    });
  });
}
