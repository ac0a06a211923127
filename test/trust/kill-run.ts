/** SIGKILL again and again under people who file and officers who pay; what must hold afterwards. */
import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import type { OfficerCaseView } from '@yiban/shared-types/agency';
import type { CasePage, CaseSummary, CaseView } from '@yiban/shared-types/cases';
import type { PaymentBatchView, ResultsImport } from '@yiban/shared-types/payments';
import { CitizenClient } from '../../scripts/client/citizen.ts';
import { atBank, OfficerClient } from '../../scripts/client/officer.ts';
import { drawnSignature } from '../../scripts/demo/drawn-papers.ts';
import type { RunningProduct } from '../server/running-server.ts';
import { attachPatiently, PatientClient, repeatAll, Traffic, uploadPatiently } from './workload.ts';
import { aid, aided } from '../api/aid-grant.ts';

interface Effect {
  readonly key: string;
  readonly operation: string;
}

/** What kills are aimed at, in turn; `outbox`: something that is decided or paid and not yet told to the others. */
export const aims = ['draft', 'upload', 'submit', 'review', 'pay', 'outbox'] as const;
type Aim = (typeof aims)[number];

export interface KillReport {
  readonly kills: number;
  /** How many of the kills struck a write of this kind that had been sent and not answered, or had not gone out. */
  readonly struck: Readonly<Partial<Record<Aim, number>>>;
  readonly seconds: number;
  readonly filed: number;
  readonly paid: number;
  readonly acknowledged: number;
  readonly retries: number;
}

const retirees = ['retiree-gansu', 'retiree-90'];
/** Kills `kills` times at random moments of work under way, lets everything come to its end, and asserts that nothing was lost or doubled. */
export async function killRun(product: RunningProduct, kills: number): Promise<KillReport> {
  const { baseUrl, sandboxUrl } = product;
  const start = performance.now();
  let running = true;
  const faults: string[] = [];
  const traffic = new Traffic();
  const citizens = await Promise.all(
    retirees.map(async (person) => {
      const citizen = await CitizenClient.scanned(baseUrl, sandboxUrl, person);
      const client = new PatientClient(
        citizen.api,
        async (api) => {
          const again = await CitizenClient.scanned(baseUrl, sandboxUrl, person);
          api.token = again.api.token;
        },
        traffic,
      );
      return client;
    }),
  );
  const office = await officeOf(product, traffic);
  const filed: string[] = [];
  const paid: string[] = [];
  const signature = await drawnSignature();
  const waiting = async (): Promise<number> =>
    product.count("SELECT COUNT(*) AS n FROM outbox WHERE status IN ('pending', 'sending')");
  /** At some moment while the server does this, mostly. */
  const aimed = async (aim: Aim): Promise<void> => {
    const patience = 5000;
    if (aim === 'outbox')
      for (const until = Date.now() + patience; Date.now() < until && (await waiting()) === 0;) await sleep(5);
    else await traffic.sends(aim, patience);
    await sleep(Math.random() * 40);
  };

  const filing = citizens.map(async (client) => {
    while (running) filed.push(await fileOne(client, signature));
  });
  const paying = (async () => {
    while (running) paid.push(await payOne(office, (file) => atSandboxBank(sandboxUrl, file)));
  })();
  const work = Promise.all([...filing, paying]).catch((error: unknown) => {
    faults.push(error instanceof Error ? error.message : String(error));
  });
  const struck = new Map<Aim, number>();
  for (let kill = 0; kill < kills && faults.length === 0;) {
    // A server that is at work: it has answered something since it started, and is asked for more. Most live shortly,
    // some long enough for whatever takes its time.
    await traffic.after(1 + Math.floor(-Math.log(Math.random()) * 12), 20_000);
    await aimed(aims[kill % aims.length] ?? 'submit');
    const hit: Aim[] = [...traffic.underWay()];
    await product.crash(async () => {
      if ((await waiting()) > 0) hit.push('outbox');
    });
    if (hit.length === 0) continue;
    kill += 1;
    for (const aim of hit) struck.set(aim, (struck.get(aim) ?? 0) + 1);
  }
  running = false;
  await work;
  const clients = [...citizens, ...Object.values(office)];
  for (const client of clients) faults.push(...client.faults);
  traffic.over = faults.length > 0;
  assert.deepEqual(faults, []);
  await settled(product, citizens, filed, paid);
  for (const client of clients) assert.deepEqual(await repeatAll(client), []);
  await everythingOnce(product, citizens, office, { filed, paid });
  return {
    kills,
    struck: Object.fromEntries(struck),
    seconds: Math.round((performance.now() - start) / 1000),
    filed: filed.length,
    paid: paid.length,
    acknowledged: clients.reduce((sum, { acknowledged }) => sum + acknowledged.length, 0),
    retries: clients.reduce((sum, { retries }) => sum + retries, 0),
  };
}

type Office = Readonly<Record<'window' | 'first' | 'second' | 'payer', PatientClient>>;

async function officeOf({ baseUrl, sandboxUrl }: RunningProduct, traffic: Traffic): Promise<Office> {
  const member = async (role: string): Promise<PatientClient> => {
    const login = async () => (await OfficerClient.loggedIn(baseUrl, sandboxUrl, role, '340000')).api;
    return new PatientClient(
      await login(),
      async (api) => {
        api.token = (await login().catch(() => api)).token;
      },
      traffic,
    );
  };
  const [window, first, second, payer] = await Promise.all(
    ['window', 'first-reviewer', 'second-reviewer', 'payer'].map(member),
  );
  assert.ok(window !== undefined && first !== undefined && second !== undefined && payer !== undefined);
  return { window, first, second, payer };
}

type Bank = (file: string) => Promise<string>;

/** The sandbox's bank reads GB18030; a batch of this run has no character in which UTF-8 differs but in names. */
async function atSandboxBank(sandboxUrl: string, file: string): Promise<string> {
  return (await atBank(sandboxUrl, Buffer.from(file.replaceAll(/[^ -~\r\n]/g, '?'), 'latin1'))).toString('utf8');
}

/** One remote-care registration: draft, answers, two signatures, submission, granted in the same request. */
async function fileOne(client: PatientClient, signature: Buffer): Promise<string> {
  const form = {
    destination: { code: '340104', name: '安徽省 合肥市 蜀山区' },
    address: '长江西路 100 号',
    since: '2024-03-01',
    phone: '13800001234',
  };
  const opened = await client.write<CaseView>('POST', '/cases', {
    item: 'remote-retiree',
    region: '620000',
    restart: true,
    form,
  });
  const metadata = `purpose ${Buffer.from('signature').toString('base64')}`;
  for (const [material, alternative] of [
    ['registration-form', 'registration-form'],
    ['settlement-proof', 'commitment-letter'],
  ] as const) {
    const upload = await uploadPatiently(client, signature, metadata);
    await attachPatiently(client, opened.id, material, { alternative, signature: upload });
  }
  const { version } = await client.read<CaseView>(`/cases/${opened.id}`);
  const submitted = await client.write<CaseView>('POST', `/cases/${opened.id}/submit`, { version });
  assert.ok(['accepted', 'closed'].includes(submitted.status), submitted.status);
  return submitted.id;
}

/** One grant of medical aid: started, reviewed twice, paid, by four officers. */
async function payOne({ window, first, second, payer }: Office, bank: Bank): Promise<string> {
  const { id, version } = await window.write<OfficerCaseView>('POST', '/agency/grants', {
    item: 'aid-grant',
    person: aided,
    form: aid,
  });
  const { claimedTotal } = await first.read<OfficerCaseView>(`/agency/cases/${id}`);
  const amount = Math.max(claimedTotal, 1);
  const settlement = [{ category: 'aid', claimed: amount, approved: amount }];
  const reviewed = await first.write<OfficerCaseView>('POST', `/agency/cases/${id}/pass`, { version, settlement });
  const passed = await second.write<OfficerCaseView>('POST', `/agency/cases/${id}/pass`, { version: reviewed.version });
  assert.equal(passed.status, 'payment');
  await payOut(payer, bank, id, amount);
  return id;
}

/** Frozen, taken to the bank, and what the bank says imported twice, by two requests at once. */
async function payOut(payer: PatientClient, bank: Bank, id: string, total: number): Promise<void> {
  const batch = await payer.write<PaymentBatchView>('POST', '/agency/payment-batches', { cases: [id], total });
  const path = `/agency/payment-batches/${batch.id}`;
  const taken = await payer.send('POST', `${path}/file`, { format: 'utf-8' });
  assert.equal(taken.status, 200, taken.text);
  const results = await bank(taken.text);
  const file = Buffer.from(results).toString('base64');
  const imports = await Promise.all([0, 1].map(() => payer.write<ResultsImport>('POST', `${path}/results`, { file })));
  assert.ok(imports.every((one) => one.batch.paid.count === 1));
}

/** Within two minutes everything that waits for the platform has come to its end by itself. */
async function settled(
  { sandboxUrl }: RunningProduct,
  citizens: readonly PatientClient[],
  filed: readonly string[],
  paid: readonly string[],
): Promise<void> {
  const open = new Set(filed);
  const unpaid = new Set(paid);
  for (const until = Date.now() + 120_000; Date.now() < until && open.size + unpaid.size > 0; await sleep(500)) {
    for (const client of citizens) {
      for (const { id, status } of await listed(client)) if (status === 'closed') open.delete(id);
    }
    for (const { key } of await deedsAt(sandboxUrl, 'payments')) unpaid.delete(key.split(':')[0] ?? '');
  }
  assert.equal(open.size, 0, `${open.size} cases are not closed two minutes later`);
  assert.equal(unpaid.size, 0, `${unpaid.size} payments are not at the platform two minutes later`);
}

async function deedsAt(sandboxUrl: string, register: 'registrations' | 'payments'): Promise<readonly Effect[]> {
  return (await fetch(`${sandboxUrl}/${register}`)).json();
}

async function casesOf(client: PatientClient): Promise<readonly CaseView[]> {
  const all: CaseView[] = [];
  for (const { id } of await listed(client)) all.push(await client.read<CaseView>(`/cases/${id}`));
  return all;
}

async function listed(client: PatientClient): Promise<readonly CaseSummary[]> {
  const all: CaseSummary[] = [];
  for (let cursor = ''; ;) {
    const page = await client.read<CasePage>(`/cases?limit=100${cursor === '' ? '' : `&cursor=${cursor}`}`);
    all.push(...page.items);
    if (page.nextCursor === null) return all;
    cursor = page.nextCursor;
  }
}

async function everythingOnce(
  { sandboxUrl }: RunningProduct,
  citizens: readonly PatientClient[],
  office: Office,
  { filed, paid }: { readonly filed: readonly string[]; readonly paid: readonly string[] },
): Promise<void> {
  const cases = (await Promise.all(citizens.map(casesOf))).flat();
  const submitted = cases.filter(({ status }) => status !== 'draft');
  // Each was acknowledged: none is lost, and none is there that nobody knows of.
  assert.deepEqual(submitted.map(({ id }) => id).toSorted(), [...filed].toSorted());
  assert.equal(new Set(submitted.map(({ number }) => number)).size, submitted.length);
  for (const { status, history, documents } of submitted) {
    assert.deepEqual(
      history.map(({ to }) => to),
      ['submitted', 'accepted', 'closed'],
    );
    assert.equal(status, 'closed');
    // Signed papers and the registration, none twice.
    const kinds = documents.map(({ kind }) => kind);
    assert.equal(new Set(kinds).size, kinds.length, kinds.join(' '));
  }
  const registrations = (await deedsAt(sandboxUrl, 'registrations')).filter(
    ({ operation }) => operation === 'register-remote-care',
  );
  assert.deepEqual(
    registrations.map(({ key }) => key).toSorted(),
    filed.map((id) => `${id}:register-remote-care`).toSorted(),
  );
  const payments = await deedsAt(sandboxUrl, 'payments');
  assert.deepEqual(payments.map(({ key }) => key).toSorted(), paid.map((id) => `${id}:record-payment`).toSorted());
  // The bank paid each case once, by a serial number of its own.
  const atBankOnce: readonly { serial: string }[] = await (await fetch(`${sandboxUrl}/bank/payments`)).json();
  assert.equal(atBankOnce.length, paid.length);
  for (const id of paid) {
    const { status, history } = await office.first.read<OfficerCaseView>(`/agency/cases/${id}`);
    assert.equal(status, 'closed');
    assert.equal(history.filter(({ to }) => to === 'closed').length, 1);
    assert.equal(history.filter(({ to }) => to === 'payment').length, 1);
  }
}
