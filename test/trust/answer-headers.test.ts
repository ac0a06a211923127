/** What every answer says to a browser, and what the log says of refusals. */
import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { startProduct } from '../server/running-server.ts';

const always = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
};
const kinds = {
  'a page': '/',
  'what needs no login': '/api/v1/catalogue/regions',
  'a refusal': '/api/v1/cases',
  'an address that is none': '/api/v1/nothing/here',
  'an address that cannot be read': '/api/v1/%ff',
  'the state of the server': '/health/ready',
};

describe('answers of a server that is reached over TLS', async () => {
  const product = await startProduct({ env: { PUBLIC_URL: 'https://yibao.example.cn', LOG_LEVEL: 'info' } });
  after(product.stop);

  for (const [kind, path] of Object.entries(kinds)) {
    test(`${kind} is not sniffed, framed or read by other sites, and stays with TLS`, async () => {
      const { headers } = await fetch(`${product.baseUrl}${path}`);
      for (const [name, value] of Object.entries(always)) assert.equal(headers.get(name), value, name);
      assert.equal(headers.get('strict-transport-security'), 'max-age=31536000; includeSubDomains');
      const policy = headers.get('content-security-policy') ?? '';
      for (const part of ["default-src 'self'", "object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'"])
        assert.ok(policy.includes(part), `${part} in «${policy}»`);
      assert.equal(headers.get('access-control-allow-origin'), null);
    });
  }

  test('methods that nobody uses are refused', async () => {
    for (const method of ['OPTIONS', 'PUT'])
      assert.equal((await fetch(`${product.baseUrl}/api/v1/cases`, { method })).status, 404, method);
  });

  test('a refused login stands in the log, without the name that was tried', async () => {
    const { status } = await fetch(`${product.baseUrl}/api/v1/agency/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username: 'somebody-else', password: 'guessed-at', code: '000000' }),
    });
    assert.equal(status, 401);
    const refusal = (): string | undefined =>
      product
        .log()
        .split('\n')
        .find((line) => line.includes('request refused'));
    for (let waits = 0; waits < 100 && refusal() === undefined; waits += 1)
      await new Promise((resume) => setTimeout(resume, 20));
    assert.match(refusal() ?? '', /"code":"login-failed"/);
    assert.doesNotMatch(product.log(), /somebody-else|guessed-at/);
  });
});

test('a server that is reached without TLS does not promise it', async () => {
  const product = await startProduct();
  after(product.stop);
  const { headers } = await fetch(`${product.baseUrl}/health/live`);
  assert.equal(headers.get('strict-transport-security'), null);
});
