/**
 * Closed cases go when their region's time is over, whole, and leave a proof; what is not due or not finished stays. The
 * years pass by a clock that is put forward.
 */
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { after, before, describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import type { CaseView } from '@yiban/shared-types/cases';
import type { PersonalData } from '@yiban/shared-types/personal-data';
import type { DeletionPage, HeldCases } from '@yiban/shared-types/retention';
import { CitizenClient } from '../../scripts/client/citizen.ts';
import { OfficerClient } from '../../scripts/client/officer.ts';
import { drawnSignature } from '../../scripts/demo/drawn-papers.ts';
import { filledCase } from '../api/filled-case.ts';
import { Office } from '../api/office.ts';
import { startProduct, type RunningProduct } from '../server/running-server.ts';

const minute = 60_000;
const preload = path.join(import.meta.dirname, '../server/shifted-clock.ts');
const dist = path.join(import.meta.dirname, '../../bff/dist');
/** What ended this year by the calendar of China and is kept for five full years is due from this moment on. */
const year = Number(new Date(Date.now() + 8 * 60 * minute).toISOString().slice(0, 4));
const newYear = Date.parse(`${year + 6}-01-01T00:00:00+08:00`);

for (const database of ['sqlite', 'mariadb'] as const) {
  describe(`closed cases on ${database}`, async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'yiban-closed-'));
    const file = path.join(folder, 'off');
    writeFileSync(file, '0');
    const env = { CLOCK_OFF_FILE: file, NODE_OPTIONS: `--import=${preload}`, RETENTION_SECONDS: '1' };
    const product = await startProduct({ database, env });
    after(async () => {
      await product.stop();
      rmSync(folder, { recursive: true });
    });
    const { baseUrl, sandboxUrl } = product;
    const settings = {
      ...process.env,
      DATA_DIR: product.dataDir,
      ...(product.mysqlUrl === null ? {} : { MYSQL_URL: product.mysqlUrl }),
    };
    const setTo = async (instant: number): Promise<void> => {
      writeFileSync(file, String(instant - Date.now()));
      await product.crash();
    };
    const audit = (): { readonly status: number | null; readonly said: string } => {
      const { status, stdout } = spawnSync(process.execPath, [path.join(dist, 'audit/command/main.js'), 'verify'], {
        env: settings,
        encoding: 'utf8',
      });
      return { status, said: stdout };
    };
    /** Today: an officer's log-in does not outlast the years. */
    const atDesk = async (region: string): Promise<OfficerClient> => {
      await setTo(Date.now());
      return OfficerClient.loggedIn(baseUrl, sandboxUrl, 'supervisor', region);
    };
    const there = async (id: string): Promise<boolean> =>
      (await product.count(`SELECT COUNT(*) FROM cases WHERE id = '${id}'`)) === 1;

    let granted: CaseView;
    let paid: CaseView;
    let withdrawn: readonly CaseView[];
    let left: CaseView;
    /** Ids of all that hangs on a withdrawn case. */
    let traces: readonly string[];
    const backup = path.join(folder, 'backup');

    before(async () => {
      const retiree = await CitizenClient.scanned(baseUrl, sandboxUrl, 'retiree-gansu');
      granted = await retiree.submit(await filledCase(retiree, 'remote-retiree', '620000'));
      const cases: CaseView[] = [];
      for (let n = 0; n < 4; n += 1) cases.push(await withdrawnCase(retiree));
      withdrawn = cases;
      const mother = await CitizenClient.scanned(baseUrl, sandboxUrl, 'mother-gansu');
      paid = await mother.submit(await filledCase(mother, 'maternity-prenatal', '620000'));
      await (await Office.of(product, '620000')).workOff(paid.id);
      // Somebody who has nothing but this one, and closes their account.
      const worker = await CitizenClient.scanned(baseUrl, sandboxUrl, 'worker-gansu');
      left = await withdrawnCase(worker);
      await worker.api.call('DELETE', '/me');
      // For what goes out in the background, and holds a case until it is out; messages may wait for the morning.
      const waiting = "SELECT COUNT(*) FROM outbox WHERE kind = 'platform' AND status <> 'done'";
      await until(async () => (await product.count(waiting)) === 0);
      await product.sql("UPDATE outbox SET status = 'done'");
      traces = await tracesOf(product, withdrawn[0]?.id ?? '');
      execFileSync(process.execPath, [path.join(dist, 'backup/command/main.js'), 'backup', backup], { env: settings });
    });

    test('the search for traces finds those of a case that stands', () => {
      const found = tablesWith(product, traces);
      for (const table of ['cases', 'case_history', 'case_materials', 'uploads', 'documents', 'inbox', 'idempotency'])
        assert.ok(found.includes(table), `${table} of ${found.join(', ')}`);
      assert.ok(filesWith(product, traces).length >= 3);
    });

    test('half an hour before its time is over nothing goes', async () => {
      await setTo(newYear - 30 * minute);
      await sleep(5000);
      for (const { id } of [granted, paid, left, ...withdrawn]) assert.ok(await there(id), id);
      assert.equal(await product.count('SELECT COUNT(*) FROM case_deletions'), 0);
    });

    test('what is not finished keeps its case: a payment, a rectification, a message on its way, a supervisor', async () => {
      const [a = granted, b = granted, c = granted, d = granted] = withdrawn;
      await product.sql(
        `INSERT INTO payments (id, batchId, ordinal, caseId, serial, amount, sealedPayee)
         VALUES ('held-payment', 'held-batch', 1, '${a.id}', 'held', 100, '')`,
      );
      await product.sql(
        `INSERT INTO rectifications (caseId, region, item, openedAt, limitDays, dueAt, dueProvisional)
         VALUES ('${b.id}', '620000', 'remote-retiree', '2026-11-25T00:00:00.000Z', 5, '2026-12-02', 0)`,
      );
      await product.sql(
        `INSERT INTO outbox (id, kind, effectKey, caseId, sealedPayload, status, attempts, dueAt, createdAt)
         VALUES ('held-message', 'message', 'held', '${c.id}', '', 'pending', 0, '2999', '')`,
      );
      const supervisor = await atDesk('620000');
      await supervisor.api.call('POST', '/agency/holds', { number: d.number, reason: '行政诉讼' });
      await setTo(newYear + 10 * minute);
      await until(async () => !(await there(left.id)));
      await sleep(3000);
      for (const { id } of [a, b, c, d]) assert.ok(await there(id), id);
    });

    test('of somebody who closed their account nothing is left with their last case', async () => {
      assert.equal(await product.count(`SELECT COUNT(*) FROM people WHERE id NOT IN (SELECT personId FROM cases)`), 0);
    });

    test('an hour earlier the same cases are not due yet; once finished they go in their time, however often killed', async () => {
      const supervisor = await atDesk('620000');
      const { items } = await supervisor.api.call<HeldCases>('GET', '/agency/holds');
      assert.deepEqual(
        items.map(({ number, reason }) => [number, reason]),
        [[withdrawn[3]?.number, '行政诉讼']],
      );
      await supervisor.api.call('DELETE', `/agency/holds/${items[0]?.caseId}`);
      await setTo(newYear - 50 * minute);
      await product.sql("DELETE FROM payments WHERE id = 'held-payment'");
      await product.sql("UPDATE rectifications SET closedOn = '2026-12-01'");
      await product.sql("DELETE FROM outbox WHERE id = 'held-message'");
      await sleep(3000);
      for (const { id } of withdrawn) assert.ok(await there(id), id);
      writeFileSync(file, String(newYear + 10 * minute - Date.now()));
      for (const ms of [1000, 1050, 1100, 1150]) {
        await product.crash();
        await sleep(ms);
      }
      await until(async () => (await product.count("SELECT COUNT(*) FROM cases WHERE outcome = 'withdrawn'")) === 0);
      await until(
        async () => (await product.count('SELECT COUNT(*) FROM case_deletions WHERE filesGoneAt IS NULL')) === 0,
      );
    });

    test('nothing of the case is left in any table or file, but its proof and who saw it', () => {
      assert.deepEqual(tablesWith(product, traces), ['audit_entries', 'case_deletions']);
      assert.deepEqual(filesWith(product, traces), []);
    });

    test('each has one proof: rule, source, counts; the trail and all histories hold', async () => {
      assert.equal(await product.count('SELECT COUNT(*) FROM case_deletions'), withdrawn.length + 1);
      assert.equal(await product.count("SELECT COUNT(*) FROM case_deletions WHERE rule = 'every-case@1'"), 5);
      const { status, said } = audit();
      assert.equal(status, 0, said);
      assert.match(said, /proofs of 5 deletions/);
    });

    test('a supervisor finds the proof by the number of the case, and carries all of them off; of another region, none', async () => {
      const { number } = left;
      const find = async (who: OfficerClient) =>
        (await who.api.call<DeletionPage>('GET', `/agency/deletions?number=${number}`)).items;
      const [proof, ...more] = await find(await atDesk('620000'));
      assert.deepEqual(more, []);
      assert.deepEqual([proof?.asked, proof?.outcome, proof?.years], [true, '申请人撤回', 5]);
      assert.ok(Object.keys(proof?.counts ?? {}).includes('case_history'));
      assert.deepEqual(await find(await atDesk('140825')), []);
    });

    test('a proof that was altered or taken away is found', async () => {
      await product.sql(`UPDATE case_deletions SET term = '4' WHERE caseId = '${left.id}'`);
      assert.match(audit().said, /proof .+ is not what was written/);
      await product.sql(`UPDATE case_deletions SET term = '5' WHERE caseId = '${left.id}'`);
      assert.equal(audit().status, 0);
    });

    test('what is kept longer stays, and its person finds it whole', async () => {
      assert.ok((await there(granted.id)) && (await there(paid.id)));
      await setTo(Date.now());
      const again = await CitizenClient.scanned(baseUrl, sandboxUrl, 'retiree-gansu');
      const { cases, inbox } = await again.api.call<PersonalData>('GET', '/me/export');
      assert.deepEqual(
        cases.map(({ id }) => id),
        [granted.id],
      );
      assert.ok(inbox.every(({ caseId }) => caseId === null || caseId === granted.id));
      assert.ok((await again.api.pdf(`/cases/${granted.id}/documents/registration-form`)).length > 1000);
    });

    test('a backup of before brings a deleted case back, and the next round deletes it again, with a proof', async () => {
      writeFileSync(file, String(newYear + 10 * minute - Date.now()));
      const masterKey = readFileSync(path.join(product.dataDir, 'development-master-key'), 'utf8');
      const copy = await startProduct({ database, env, restore: { backup, masterKey } });
      after(copy.stop);
      await until(
        async () => (await copy.count('SELECT COUNT(*) FROM case_deletions WHERE filesGoneAt IS NOT NULL')) === 5,
      );
      assert.deepEqual(tablesWith(copy, traces), ['audit_entries', 'case_deletions']);
      assert.deepEqual(filesWith(copy, traces), []);
      assert.equal(await copy.count(`SELECT COUNT(*) FROM cases WHERE id = '${granted.id}'`), 1);
    });
  });
}

/** With a photo or signature, a paper that was rendered, and a message. */
async function withdrawnCase(citizen: CitizenClient): Promise<CaseView> {
  const filled = await filledCase(citizen, 'chronic-disease', '620000');
  const { id, version } = await citizen.submit(filled);
  const gone = await citizen.api.write<CaseView>('POST', `/cases/${id}/withdraw`, { version });
  for (const { kind } of gone.documents) await citizen.api.pdf(`/cases/${id}/documents/${kind}`);
  // One that is attached to nothing, as a control: it goes by its own rule.
  await citizen.upload(await drawnSignature(), { purpose: 'signature' });
  return gone;
}

async function tracesOf(product: RunningProduct, id: string): Promise<readonly string[]> {
  const ids = (table: string): readonly string[] =>
    rowsOf(product, table)
      .filter(({ caseId }) => caseId === id)
      .map((row) => String(row['id']));
  return [id, ...ids('uploads'), ...ids('documents'), ...ids('inbox')];
}

/** Tables in which one of the texts stands anywhere. */
function tablesWith(product: RunningProduct, texts: readonly string[]): readonly string[] {
  return tablesOf(product).filter((table) => {
    const all = JSON.stringify(rowsOf(product, table));
    return texts.some((text) => all.includes(text));
  });
}

function filesWith(product: RunningProduct, ids: readonly string[]): readonly string[] {
  return readdirSync(path.join(product.dataDir, 'storage'), { recursive: true, encoding: 'utf8' }).filter((name) =>
    ids.some((id) => name.includes(id)),
  );
}

type Row = Readonly<Record<string, unknown>>;

function tablesOf(product: RunningProduct): readonly string[] {
  const names =
    product.mysqlUrl === null
      ? sqlite(product, "SELECT name FROM sqlite_master WHERE type = 'table'")
      : mariadb(
          product.mysqlUrl,
          'SELECT table_name AS name FROM information_schema.tables WHERE table_schema = DATABASE()',
        );
  return names.map((row) => String(row['name'])).toSorted();
}

function rowsOf(product: RunningProduct, table: string): readonly Row[] {
  const query = `SELECT * FROM ${table}`;
  return product.mysqlUrl === null ? sqlite(product, query) : mariadb(product.mysqlUrl, query);
}

function sqlite({ dataDir }: RunningProduct, query: string): readonly Row[] {
  const database = new DatabaseSync(path.join(dataDir, 'yiban.sqlite'), { timeout: 5000, readOnly: true });
  try {
    return database.prepare(query).all();
  } finally {
    database.close();
  }
}

/** By the client, as its answers are wanted at once. */
function mariadb(url: string, query: string): readonly Row[] {
  const { hostname, port, username, pathname } = new URL(url);
  const server = ['-h', hostname, '-P', port === '' ? '3306' : port, '-u', username, pathname.slice(1)];
  const [head = '', ...lines] = execFileSync('mariadb', [...server, '--batch', '-e', query], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  }).split('\n');
  const names = head.split('\t');
  return lines
    .filter((line) => line !== '')
    .map((line) => Object.fromEntries(line.split('\t').map((value, i) => [names[i] ?? '', value])));
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 30_000; Date.now() < end; await sleep(200)) if (await holds()) return;
  assert.fail('it did not come to pass within 30 seconds');
}
