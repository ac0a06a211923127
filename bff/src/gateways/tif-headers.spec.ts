import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tifHeaders, tifSignature } from './tif-headers.js';

test('the signature is that of the published example', () => {
  assert.equal(
    tifSignature({ timestamp: '1720489942', token: 'TOKEN', nonce: 'M0mc5pgk' }),
    'cefa78f295597794001db0610756446bfb289417e09f487963a2272fb9b77f86',
  );
});

test('headers carry seconds, a fresh nonce and a signature over both', () => {
  const account = { paasId: 'yiban', token: 'secret' };
  const first = tifHeaders(account, new Date('2024-07-09T01:52:22.900Z'));
  const second = tifHeaders(account, new Date('2024-07-09T01:52:22.900Z'));
  assert.equal(first['x-tif-timestamp'], '1720489942');
  assert.notEqual(first['x-tif-nonce'], second['x-tif-nonce']);
  assert.equal(
    first['x-tif-signature'],
    tifSignature({ timestamp: '1720489942', token: 'secret', nonce: first['x-tif-nonce'] ?? '' }),
  );
});
