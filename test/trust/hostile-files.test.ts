/** More than 200 kinds of hostile files: none is served as it was sent, memory stays bounded, nothing breaks. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, describe, test } from 'node:test';
import type { UploadView } from '@yiban/shared-types/cases';
import { CitizenClient } from '../../scripts/client/citizen.ts';
import { SeededRandom } from '../../scripts/papers/seeded-random.ts';
import { startProduct } from '../server/running-server.ts';
import { hostileFiles, mark } from './hostile-files.ts';

/** The server with its reader of papers, which alone may take 900 (stack.md); pictures are held to 600 by their own test. */
const mostMegabytes = 900;

describe('hostile files', async () => {
  const product = await startProduct();
  after(product.stop);
  const { baseUrl } = product;
  const citizen = await CitizenClient.scanned(baseUrl, product.sandboxUrl, 'retiree-gansu');
  const seeded = new SeededRandom(7);
  const files = await hostileFiles(() => seeded.next());

  test(`${files.length} kinds are refused in words, or made anew`, async (t) => {
    assert.ok(files.length >= 200);
    let kept = 0;
    let megabytes = 0;
    for (const { name, bytes } of files) {
      const view = await sent(citizen, bytes);
      if (view === 'refused') continue;
      assert.ok(view.status === 'received' || view.status === 'failed', `${name}: ${view.status}`);
      megabytes = Math.max(megabytes, await memory(baseUrl));
      if (view.status === 'failed' || view.picture === null) continue;
      kept += 1;
      const served = await fetch(`${baseUrl}${view.picture}`);
      const picture = Buffer.from(await served.arrayBuffer());
      assert.equal(served.headers.get('content-type'), 'image/jpeg', name);
      assert.equal(served.headers.get('x-content-type-options'), 'nosniff', name);
      assert.ok(picture.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff])), name);
      assert.ok(!picture.equals(bytes), `${name} is served as it was sent`);
      assert.ok(!picture.includes(mark) && !picture.includes('<script') && !picture.includes('GPS'), name);
    }
    t.diagnostic(`${files.length} files, ${kept} made anew, at most ${Math.round(megabytes)} MB`);
    assert.ok(megabytes < mostMegabytes, `${megabytes} MB`);
    assert.equal((await fetch(`${baseUrl}/health/ready`)).status, 200);
    assert.doesNotMatch(product.log(), /request failed/);
  });
});

async function sent({ api }: CitizenClient, bytes: Buffer): Promise<UploadView | 'refused'> {
  const tus = { 'tus-resumable': '1.0.0' };
  const metadata = { purpose: 'photo', sha256: createHash('sha256').update(bytes).digest('hex') };
  const created = await api.send('POST', '/uploads', undefined, {
    ...tus,
    'upload-length': String(bytes.length),
    'upload-metadata': Object.entries(metadata)
      .map(([name, value]) => `${name} ${Buffer.from(value).toString('base64')}`)
      .join(','),
  });
  if (created.status >= 400) return 'refused';
  const id = created.headers.get('location')?.split('/').at(-1) ?? '';
  for (let offset = 0; offset < bytes.length; offset += 1_000_000) {
    const { status, text } = await api.send('PATCH', `/uploads/${id}`, bytes.subarray(offset, offset + 1_000_000), {
      ...tus,
      'upload-offset': String(offset),
      'content-type': 'application/offset+octet-stream',
    });
    assert.ok(status < 500, text);
    if (status >= 400) {
      assert.match(text, /"code":"upload-(not-a-photo|broken|dimensions|too-large)"/);
      break;
    }
  }
  return api.call<UploadView>('GET', `/uploads/${id}`);
}

async function memory(baseUrl: string): Promise<number> {
  const text = await (await fetch(`${baseUrl}/metrics`)).text();
  return Number(/^process_resident_memory_bytes (\S+)/m.exec(text)?.[1] ?? 0) / 1024 / 1024;
}
