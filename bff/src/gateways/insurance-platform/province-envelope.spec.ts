import assert from 'node:assert/strict';
import { test } from 'node:test';
import { GatewayUnavailable } from '../gateway-errors.js';
import { canonicalJson } from './canonical-json.js';
import {
  dataKey,
  encryptData,
  decryptData,
  isSigned,
  ProvinceEnvelope,
  sign,
  signedText,
} from './province-envelope.js';

// Published example of the mobile-payment interface (see design/gateways.md).
const APP_ID = '43AF047BBA47FC8A1AE8EFB200000000';
const SECRET = 'TESTSECRETTESTSECRETTESTSECRET00';

// A key pair and a signature made by OpenSSL 3.0.19, an implementation that shares no code with ours:
//   openssl ecparam -name SM2 -genkey -noout -out k.pem
//   openssl dgst -sm3 -sign k.pem -sigopt distid:1234567812345678 m.txt   (DER turned into r‖s)
const OPENSSL = {
  text: 'appId=A&version=2.0.1&data={"a":"医保"}&key=S',
  privateKey: 'e4fdc3f080852adca786503e4696d511fd33bd860c599165e2118c62d5366d0c',
  publicKey:
    '04c116f5e093b2db39fc71ef37efcae1947a633f5eed5d1966781521' +
    '78f4adefe19a80185e0d47263291aa23805010f981d467ffd29addc9aafe3d0fe3586d8020',
  signature: '1fSsrnzVJdnmkRNrgrQnKQLc6u/0I/xP4W82SBRWqk+kR/frvE2rtTAe2mq2pKO6HU/FF4FaukxIDVV3zigcJg==',
};

test('the data key is derived as in the published example', () => {
  assert.equal(dataKey(APP_ID, SECRET).toString(), '30095910ECB61311');
});

test('data is encrypted as in the published example, and read back', () => {
  const key = dataKey(APP_ID, SECRET);
  assert.equal(encryptData('{"a":"医保"}', key), '5DA2BBF6C1B82632FE623793A87BDA5D');
  assert.equal(decryptData('5DA2BBF6C1B82632FE623793A87BDA5D', key), '{"a":"医保"}');
});

test('the signed text is sorted, leaves out what is empty or not signed, and ends with the secret', () => {
  const fields = {
    version: '2.0.1',
    appId: 'A',
    extra: 'x',
    signData: 's',
    encData: 'e',
    timestamp: '',
    data: { b: 1, a: '医保' },
  };
  assert.equal(signedText(fields, 'S'), 'appId=A&data={"a":"医保","b":1}&version=2.0.1&key=S');
});

test('canonical JSON sorts every level and keeps the order of lists', () => {
  assert.equal(canonicalJson({ b: [{ d: 1, c: 2 }, 3], a: null }), '{"a":null,"b":[{"c":2,"d":1},3]}');
});

test("OpenSSL's signature is accepted, and not for another text or with another byte", () => {
  assert.equal(isSigned(OPENSSL.text, OPENSSL.signature, OPENSSL.publicKey), true);
  assert.equal(isSigned(`${OPENSSL.text} `, OPENSSL.signature, OPENSSL.publicKey), false);
  assert.equal(isSigned(OPENSSL.text, OPENSSL.signature.replace('1fS', '1fT'), OPENSSL.publicKey), false);
  assert.equal(isSigned(OPENSSL.text, 'AAAA', OPENSSL.publicKey), false);
  assert.equal(isSigned(OPENSSL.text, Buffer.alloc(64).toString('base64'), OPENSSL.publicKey), false);
});

test('our signature is 64 bytes and belongs to the text', () => {
  const signature = sign(OPENSSL.text, OPENSSL.privateKey);
  assert.equal(Buffer.from(signature, 'base64').length, 64);
  assert.equal(isSigned(OPENSSL.text, signature, OPENSSL.publicKey), true);
});

test('a sealed message opens to the same message; a changed one is not believed', () => {
  const envelope = new ProvinceEnvelope({
    appId: APP_ID,
    secret: SECRET,
    privateKey: OPENSSL.privateKey,
    platformPublicKey: OPENSSL.publicKey,
  });
  const message = { infno: '1101', input: { data: { psn_name: '赵㛃' } } };
  const { body } = envelope.seal(message, new Date('2026-11-25T04:00:00Z'));
  assert.ok(!body.includes('psn_name'), 'personal data leaves us encrypted');
  assert.deepEqual(envelope.open(JSON.parse(body)), message);

  const changed = { ...JSON.parse(body), timestamp: '1' };
  assert.throws(
    () => envelope.open(changed),
    (error) =>
      error instanceof GatewayUnavailable && error.reason === 'answer-not-authentic' && error.delivery === 'unknown',
  );
});
