import assert from 'node:assert/strict';
import { test } from 'node:test';
import { HttpSmsGateway } from './http-sms-gateway.js';
import { smsSignature } from './sms-signature.js';

const now = new Date('2026-11-25T04:00:00Z');
const timestamp = String(now.getTime() / 1000);
const gateway = new HttpSmsGateway({ baseUrl: 'http://127.0.0.1:1', appId: 'yiban', secret: 's3cret' }, () => now);
const report = { key: 'k1', messageId: 'm1', status: 'delivered', at: '2026-11-25T03:59:59Z' };

function headers(change: Record<string, string> = {}) {
  const signature = smsSignature('s3cret', ['yiban', timestamp, 'n1', 'k1', 'm1', 'delivered', report.at]);
  return {
    'x-sms-app': 'yiban',
    'x-sms-timestamp': timestamp,
    'x-sms-nonce': 'n1',
    'x-sms-signature': signature,
    ...change,
  };
}

test("the provider's delivery report is believed", () => {
  assert.deepEqual(gateway.deliveryReport(headers(), report), report);
});

test('a report with a wrong signature, another status, an old time or no sense is not', () => {
  assert.equal(gateway.deliveryReport(headers({ 'x-sms-signature': '0'.repeat(64) }), report), undefined);
  assert.equal(gateway.deliveryReport(headers(), { ...report, status: 'failed' }), undefined);
  assert.equal(gateway.deliveryReport(headers({ 'x-sms-app': 'other' }), report), undefined);
  assert.equal(gateway.deliveryReport({}, report), undefined);
  assert.equal(gateway.deliveryReport(headers(), null), undefined);
  const old = String(now.getTime() / 1000 - 301);
  const signature = smsSignature('s3cret', ['yiban', old, 'n1', 'k1', 'm1', 'delivered', report.at]);
  assert.equal(
    gateway.deliveryReport(headers({ 'x-sms-timestamp': old, 'x-sms-signature': signature }), report),
    undefined,
  );
});
