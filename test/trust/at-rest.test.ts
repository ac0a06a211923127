/**
 * A whole case with every kind of personal datum is filed and paid; then database files, storage, logs, metrics and
 * error bodies are searched for each of them, in plain and as they would look escaped or encoded.
 */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { after, describe, test } from 'node:test';
import { z } from 'zod';
import { CitizenClient } from '../../scripts/client/citizen.ts';
import { OfficerClient } from '../../scripts/client/officer.ts';
import { filledCase } from '../api/filled-case.ts';
import { Office } from '../api/office.ts';
import { startProduct, type RunningProduct } from '../server/running-server.ts';

const people = z.array(z.object({ key: z.string(), name: z.string(), idNo: z.string(), phone: z.string().nullable() }));

/** What is typed besides what the sandbox knows of the person. */
const typed = {
  address: '幸福东路八十八号院九栋二单元七零一',
  bankCard: '6228480402564890018',
  phone: '13877776666',
  diagnosis: '弥漫大B细胞淋巴瘤四期',
  reason: '出院记录里没有写胆囊切除术后第三天的体温',
};

for (const database of ['sqlite', 'mariadb'] as const) {
  describe(`at rest on ${database}`, async () => {
    const product = await startProduct({ database, env: { LOG_LEVEL: 'debug' } });
    after(product.stop);
    const secrets = await used(product);
    const outside = await everythingSaid(product);

    test('the search finds what is there', () => {
      const bytes =
        product.mysqlUrl === null ? readFileSync(path.join(product.dataDir, 'yiban.sqlite')) : dumped(product.mysqlUrl);
      const wal = path.join(product.dataDir, 'yiban.sqlite-wal');
      const all = product.mysqlUrl === null ? Buffer.concat([bytes, readFileSync(wal)]) : bytes;
      assert.deepEqual(findIn(all, ['maternity-prenatal']), ['maternity-prenatal']);
    });

    test('nothing personal stands in the database', () => {
      const found =
        product.mysqlUrl !== null
          ? findIn(dumped(product.mysqlUrl), secrets)
          : filesIn(product.dataDir)
              .filter((file) => file.includes('yiban.sqlite'))
              .flatMap((file) => findIn(readFileSync(file), secrets));
      assert.deepEqual(found, []);
    });

    test('nor in storage, under any name', () => {
      const files = filesIn(path.join(product.dataDir, 'storage'));
      assert.ok(files.length > 5);
      for (const file of files)
        assert.deepEqual(findIn(Buffer.concat([Buffer.from(file), readFileSync(file)]), secrets), [], file);
      // Neither a picture nor a PDF is to be recognised.
      for (const file of files)
        assert.doesNotMatch(
          readFileSync(file).subarray(0, 8).toString('latin1'),
          /^(\xff\xd8\xff|\x89PNG|%PDF)/u,
          file,
        );
    });

    test('nor in logs, metrics and error bodies', () => {
      for (const [name, text] of outside) assert.deepEqual(findIn(Buffer.from(text), secrets), [], name);
    });
  });
}

/** Files, pays, and makes mistakes, with every datum; gives what must not be found. */
async function used(product: RunningProduct): Promise<readonly string[]> {
  const { baseUrl, sandboxUrl } = product;
  const known = people.parse(await (await fetch(`${sandboxUrl}/people`)).json());
  const mother = known.find(({ key }) => key === 'mother-gansu');
  assert.ok(mother !== undefined);
  const citizen = await CitizenClient.scanned(baseUrl, sandboxUrl, 'mother-gansu');
  const answers = {
    phone: typed.phone,
    bankCard: typed.bankCard,
    accountHolder: mother.name,
    deliveryHospital: typed.address,
    hospital: typed.address,
  };
  const draft = await filledCase(citizen, 'maternity-prenatal', '620000', { answers });
  const filed = await citizen.submit(draft);
  const first = await OfficerClient.loggedIn(baseUrl, sandboxUrl, 'first-reviewer', '620000');
  await first.act('supplement', filed.id, { items: [{ material: null, question: 'phone', reason: typed.reason }] });
  await citizen.supplement(await citizen.one(filed.id));
  const office = await Office.of(product, '620000');
  await office.workOff(filed.id);
  for (const { kind } of (await citizen.one(filed.id)).documents)
    await citizen.api.pdf(`/cases/${filed.id}/documents/${kind}`);
  // For what goes out in the background.
  await new Promise((resume) => setTimeout(resume, 3000));
  return [mother.name, mother.idNo, ...(mother.phone === null ? [] : [mother.phone]), ...Object.values(typed)];
}

async function everythingSaid({
  baseUrl,
  dataDir,
  log,
}: RunningProduct): Promise<readonly (readonly [string, string])[]> {
  const { phone, diagnosis, address, bankCard } = typed;
  const said: (readonly [string, string])[] = [
    ['log', log()],
    ['metrics', await (await fetch(`${baseUrl}/metrics`)).text()],
  ];
  const bad = { item: diagnosis, region: phone, colour: bankCard, form: { [address]: bankCard } };
  for (const route of [
    '/cases',
    '/credential/scan',
    '/session',
    '/agency/session',
    '/units',
    '/me',
    `/verify/${phone}`,
  ]) {
    for (const body of [JSON.stringify(bad), JSON.stringify(bad).slice(0, -3)]) {
      const answer = await fetch(`${baseUrl}/api/v1${route}?q=${encodeURIComponent(address)}`, {
        method: route === '/me' || route.startsWith('/verify') ? 'GET' : 'POST',
        ...(route === '/me' || route.startsWith('/verify') ? {} : { body }),
        headers: { 'content-type': 'application/json', authorization: `Bearer ${phone}` },
      });
      said.push([`${route} ${answer.status}`, await answer.text()]);
    }
  }
  said.push(['log after errors', log()]);
  for (const file of filesIn(dataDir).filter((name) => name.endsWith('.log')))
    said.push([file, readFileSync(file, 'utf8')]);
  return said;
}

function dumped(url: string): Buffer {
  const { hostname, port, username, pathname } = new URL(url);
  const server = ['-h', hostname, '-P', port === '' ? '3306' : port, '-u', username];
  return execFileSync('mariadb-dump', [...server, pathname.slice(1)], { maxBuffer: 1 << 28 });
}

/** Which of the secrets stand there: as UTF-8, escaped as JSON does, percent-encoded, in Base64, in UTF-16. */
function findIn(bytes: Buffer, secrets: readonly string[]): readonly string[] {
  return secrets.filter((secret) => formsOf(secret).some((form) => bytes.includes(form)));
}

function formsOf(secret: string): readonly Buffer[] {
  const escaped = [...secret]
    .map((c) => (c > '~' ? `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}` : c))
    .join('');
  // Base64 has three phases; the middle of each is free of its neighbours.
  const phases = [0, 1, 2].map((shift) =>
    Buffer.from(`${'x'.repeat(shift)}${secret}`)
      .toString('base64')
      .slice(4, -4),
  );
  return [
    Buffer.from(secret),
    Buffer.from(escaped),
    Buffer.from(encodeURIComponent(secret)),
    Buffer.from(secret, 'utf16le'),
    ...phases.filter((text) => text.length >= 8).map((text) => Buffer.from(text)),
  ];
}

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
}
