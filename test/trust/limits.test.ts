/** Limits, set low here: 429 with the time to wait, each class for itself, and nothing lost. */
import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { ApiClient, type Reply } from '../../scripts/client/api-client.ts';
import { CitizenClient } from '../../scripts/client/citizen.ts';
import { startProduct } from '../server/running-server.ts';

function assertLimited({ status, text, headers }: Reply): void {
  assert.equal(status, 429);
  assert.match(text, /"code":"too-many-requests"/);
  assert.match(text, /\p{Script=Han}/u);
  const seconds = Number(headers.get('retry-after'));
  assert.ok(seconds >= 1 && seconds <= 60, `Retry-After ${seconds}`);
}

describe('limits', async () => {
  const product = await startProduct({
    env: { LIMITS: 'session=4/60,login=3/60,scan=3/60,verify=5/60,upload=2/60,read=40/60,write=15/60' },
  });
  after(product.stop);
  const { baseUrl, sandboxUrl } = product;
  const citizen = await CitizenClient.scanned(baseUrl, sandboxUrl, 'retiree-gansu');
  const api = new ApiClient(baseUrl);
  const untilLimited = async (ask: () => Promise<Reply>, allowed: number): Promise<void> => {
    for (let i = 0; i < allowed; i += 1) assert.notEqual((await ask()).status, 429, `request ${i + 1}`);
    assertLimited(await ask());
  };

  test('sessions of an address', async () => {
    await untilLimited(async () => api.send('POST', '/session', { browser: true }), 3);
  });

  test('scans: a QR cannot be guessed', async () => {
    await untilLimited(async () => citizen.api.send('POST', '/credential/scan', { qr: '1'.repeat(36) }), 2);
  });

  test('logins of officers', async () => {
    const login = { username: 'payer-620000', password: 'guessed-password', code: '123456' };
    await untilLimited(async () => api.send('POST', '/agency/session', login), 3);
  });

  test('verification codes: no enumeration', async () => {
    let code = 0;
    await untilLimited(async () => api.send('GET', `/verify/ABCDEFGH${String((code += 1)).padStart(4, '2')}`), 5);
  });

  test('a forged X-Forwarded-For is no other address', async () => {
    assertLimited(await api.send('GET', '/verify/ABCDEFGH2345', undefined, { 'x-forwarded-for': '203.0.113.7' }));
  });

  test('uploads of a day', async () => {
    const headers = { 'tus-resumable': '1.0.0', 'upload-length': '10', 'upload-metadata': 'purpose cGhvdG8=' };
    await untilLimited(async () => citizen.api.send('POST', '/uploads', undefined, headers), 2);
  });

  test('writes of a person; reads go on, and health is never limited', async () => {
    let limited = false;
    for (let i = 0; i < 20 && !limited; i += 1)
      limited =
        (await citizen.api.send('POST', '/cases', {}, { 'idempotency-key': `key-${i}-limited` })).status === 429;
    assert.ok(limited);
    assert.equal((await citizen.api.send('GET', '/me')).status, 200);
    for (let i = 0; i < 60; i += 1) assert.equal((await fetch(`${baseUrl}/health/live`)).status, 200);
  });

  test('a body of a million brackets, a header of 20 KB and a body of 2 MB are refused in words', async () => {
    const deep = Buffer.from(`{"form":${'['.repeat(100_000)}${']'.repeat(100_000)},"version":1}`);
    const other = new ApiClient(baseUrl);
    const answers = await Promise.all([
      other.send('POST', '/session/refresh', deep, { 'content-type': 'application/json' }),
      other.send('POST', '/session/refresh', Buffer.alloc(2_000_000, 0x20), { 'content-type': 'application/json' }),
    ]);
    assert.deepEqual(
      answers.map(({ status }) => status),
      [400, 413],
    );
    assert.equal((await other.send('GET', '/regions', undefined, { 'x-long': 'x'.repeat(20_000) })).status, 431);
  });
});
