/** WeChat's client labels every request JSON, also one that has no body. */
import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { CitizenClient } from '../../scripts/client/citizen.ts';
import { startProduct } from '../server/running-server.ts';

describe('requests of WeChat’s client', async () => {
  const product = await startProduct();
  after(product.stop);
  const citizen = await CitizenClient.scanned(product.baseUrl, product.sandboxUrl, 'retiree-gansu');
  const json = { 'content-type': 'application/json' };

  test('a DELETE without a body that calls itself JSON discards the draft', async () => {
    const { id } = await citizen.open('remote-retiree', '620000');
    assert.equal((await citizen.api.send('DELETE', `/cases/${id}`, new Uint8Array(), json)).status, 204);
  });

  test('a PATCH comes as a POST that says so', async () => {
    const { id, version } = await citizen.open('remote-retiree', '620000');
    const saved = await citizen.api.send(
      'POST',
      `/cases/${id}`,
      { version, form: { address: '某小区' } },
      { 'x-http-method-override': 'PATCH' },
    );
    assert.equal(saved.status, 200, saved.text);
  });

  test('an empty body where one is needed is still refused in words', async () => {
    const answer = await citizen.api.send('POST', '/cases', new Uint8Array(), {
      ...json,
      'idempotency-key': 'empty-body-key',
    });
    assert.equal(answer.status, 400);
    assert.match(answer.text, /malformed-request/);
  });

  test('a log-out without a body ends the session', async () => {
    assert.equal((await citizen.api.send('DELETE', '/session', new Uint8Array(), json)).status, 204);
  });
});
