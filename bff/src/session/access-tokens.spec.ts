import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SignJWT } from 'jose';
import { Vault } from '../crypto/vault.js';
import { AccessTokens } from './access-tokens.js';

const issuedAt = Date.parse('2026-11-25T08:00:00.000Z');
const vault = new Vault(Buffer.alloc(32, 1));
const caller = { kind: 'citizen', sessionId: 'a session', personId: null } as const;

function tokensAt(seconds: number, of = vault): AccessTokens {
  return new AccessTokens(of, { now: () => new Date(issuedAt + seconds * 1000) });
}

async function said(token: string, seconds = 0): Promise<string> {
  return tokensAt(seconds)
    .read(`Bearer ${token}`)
    .then(
      ({ sessionId }) => sessionId,
      (thrown: { code?: string }) => String(thrown.code),
    );
}

const signed = async (algorithm: string, key: Buffer, payload: Record<string, unknown> = { caller }): Promise<string> =>
  new SignJWT(payload)
    .setProtectedHeader({ alg: algorithm })
    .setIssuedAt(issuedAt / 1000)
    .setExpirationTime(issuedAt / 1000 + 900)
    .sign(key);

test('a token is good for a quarter of an hour and not a second longer', async () => {
  const { accessToken } = await tokensAt(0).issue(caller);
  assert.equal(await said(accessToken, 899), 'a session');
  assert.equal(await said(accessToken, 900), 'session-expired');
});

test('a token that was found right before runs out all the same', async () => {
  let now = issuedAt;
  const tokens = new AccessTokens(vault, { now: () => new Date(now) });
  const { accessToken } = await tokens.issue(caller);
  const { sessionId } = await tokens.read(`Bearer ${accessToken}`);
  assert.equal(sessionId, 'a session');
  now += 900_000;
  await assert.rejects(tokens.read(`Bearer ${accessToken}`), { code: 'session-expired' });
});

test('a token of another installation, another algorithm or without a signature is none', async () => {
  const own = vault.tokenKey;
  assert.equal(await said(await signed('HS256', own)), 'a session', 'made as ours are, it is one');
  assert.equal(await said(await signed('HS256', new Vault(Buffer.alloc(32, 2)).tokenKey)), 'session-required');
  assert.equal(await said(await signed('HS512', Buffer.concat([own, own]))), 'session-required');
  const [, payload] = (await signed('HS256', own)).split('.');
  const none = Buffer.from('{"alg":"none"}').toString('base64url');
  for (const forged of [`${none}.${payload}.`, `${none}.${payload}.AAAA`, `${none}.${payload}`])
    assert.equal(await said(forged), 'session-required', forged);
});

test('a signed token that says nothing sensible of its caller is none', async () => {
  for (const claims of [{}, { caller: null }, { caller: { ...caller, kind: 'root' } }, { caller: [caller] }])
    assert.equal(await said(await signed('HS256', vault.tokenKey, claims)), 'session-required');
});

test('whatever is altered in a token spoils it', async () => {
  const token = await signed('HS256', vault.tokenKey);
  for (let at = 0; at < token.length - 1; at += 7) {
    const altered = `${token.slice(0, at)}${token[at] === 'A' ? 'B' : 'A'}${token.slice(at + 1)}`;
    assert.equal(await said(altered), 'session-required', `character ${at}`);
  }
});
