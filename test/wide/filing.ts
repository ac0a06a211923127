/** One of many people: scans, begins, signs, photographs, files, and remembers what the product said was done. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { CaseView, UploadView } from '@yiban/shared-types/cases';
import type { SessionTokens } from '@yiban/shared-types/session';
import { ApiClient } from '../../scripts/client/api-client.ts';
import { credentialQr } from '../../scripts/client/citizen.ts';
import { drawnPaper, drawnSignature } from '../../scripts/demo/drawn-papers.ts';
import { attachPatiently, PatientClient, uploadPatiently } from '../trust/workload.ts';

export interface Filed {
  readonly client: PatientClient;
  /** By the platform's data: what they file is granted at once, while others' waits for an officer. */
  readonly retired: boolean;
  /** What the answer to the submission said. */
  readonly submitted: CaseView;
  /** Upload → SHA-256 of its picture as it was shown right after it was sent. */
  readonly photos: ReadonlyMap<string, string>;
}

export interface Filer {
  /** Key of a person of the sandbox. */
  readonly person: string;
  readonly retired: boolean;
  readonly withPhotos: boolean;
}

const retryMs = 200;
const photoPages = ['户口簿首页', '本人常住人口登记卡'];

export async function file(
  { baseUrl, sandboxUrl }: { readonly baseUrl: string; readonly sandboxUrl: string },
  { person, retired, withPhotos }: Filer,
): Promise<Filed> {
  const scan = async (api: ApiClient): Promise<void> => scanned(api, sandboxUrl, person);
  const client = new PatientClient(new ApiClient(baseUrl), scan);
  await scanPatiently(client, sandboxUrl, person);
  const opened = await client.write<CaseView>('POST', '/cases', {
    item: 'remote-retiree',
    region: '620000',
    restart: true,
    form: {
      destination: { code: '340104', name: '安徽省 合肥市 蜀山区' },
      address: `长江西路 ${person}`,
      since: '2024-03-01',
      phone: '13800001234',
    },
  });
  await think();
  const signature = await drawnSignature();
  const signed = async (): Promise<string> => send(client, signature, 'signature');
  await attachPatiently(client, opened.id, 'registration-form', {
    alternative: 'registration-form',
    signature: await signed(),
  });
  const photos = new Map<string, string>();
  if (withPhotos) {
    for (const page of photoPages) {
      const upload = await send(client, await drawnPaper(page, ['测试用纸']), 'photo');
      photos.set(upload, await pictureHash(client, baseUrl, upload));
    }
    const uploads = [...photos.keys()];
    await attachPatiently(client, opened.id, 'settlement-proof', { alternative: 'household-register', uploads });
  } else {
    await attachPatiently(client, opened.id, 'settlement-proof', {
      alternative: 'commitment-letter',
      signature: await signed(),
    });
  }
  await think();
  const { version } = await client.read<CaseView>(`/cases/${opened.id}`);
  const submitted = await client.write<CaseView>('POST', `/cases/${opened.id}/submit`, { version });
  assert.ok(['submitted', 'accepted', 'closed'].includes(submitted.status), submitted.status);
  return { client, retired, submitted, photos };
}

/** SHA-256 of the picture as the product shows it. */
export async function pictureHash(client: PatientClient, baseUrl: string, upload: string): Promise<string> {
  for (const until = Date.now() + 60_000; Date.now() < until; await sleep(retryMs)) {
    const { status, failure, picture } = await client.read<UploadView>(`/uploads/${upload}`);
    if (failure !== null) throw new Error(`a photo was refused: ${failure.code}`);
    if (status !== 'received' || picture === null) continue;
    const shown = await fetch(new URL(picture, baseUrl));
    const bytes = Buffer.from(await shown.arrayBuffer());
    if (shown.ok) return createHash('sha256').update(bytes).digest('hex');
  }
  throw new Error('a photo was not to be seen within a minute');
}

async function scanPatiently(client: PatientClient, sandboxUrl: string, person: string): Promise<void> {
  for (const until = Date.now() + 60_000; Date.now() < until; await sleep(retryMs)) {
    const begun = await client.send('POST', '/session', { browser: true });
    if (begun.status !== 201) throw new Error(`POST /session: ${begun.status}`);
    client.api.token = tokenIn(begun.text);
    const answer = await client.send('POST', '/credential/scan', { qr: await credentialQr(sandboxUrl, person) });
    client.api.token = answer.status < 300 ? tokenIn(answer.text) : null;
    // A code works once: when the answer was lost, the person shows a fresh one.
    if (client.api.token !== null) return;
  }
  throw new Error('no scan within a minute');
}

async function scanned(api: ApiClient, sandboxUrl: string, person: string): Promise<void> {
  const { status, text } = await api.send('POST', '/session', { browser: true });
  if (status !== 201) return;
  api.token = tokenIn(text);
  const answer = await api.send('POST', '/credential/scan', { qr: await credentialQr(sandboxUrl, person) });
  if (answer.status < 300) api.token = tokenIn(answer.text);
}

function tokenIn(text: string): string {
  const { accessToken }: SessionTokens = JSON.parse(text);
  return accessToken;
}

async function send(client: PatientClient, bytes: Buffer, purpose: 'photo' | 'signature'): Promise<string> {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const metadata = Object.entries({ purpose, sha256 })
    .map(([name, value]) => `${name} ${Buffer.from(value).toString('base64')}`)
    .join(',');
  return uploadPatiently(client, bytes, metadata, 60_000);
}

/** As people do between two screens. */
async function think(): Promise<void> {
  await sleep(500 + Math.random() * 1500);
}
