import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AccessToken } from './access-token.js';

function counting() {
  const asked: boolean[] = [];
  let now = 0;
  const token = new AccessToken(
    async (force) => {
      asked.push(force);
      return { token: `token-${asked.length}`, expiresInSeconds: 7200 };
    },
    () => now,
  );
  return { token, asked, wait: (seconds: number) => (now += seconds * 1000) };
}

test('many calls at once ask for one token', async () => {
  const { token, asked } = counting();
  const all = await Promise.all(Array.from({ length: 50 }, () => token.get()));
  assert.deepEqual(new Set(all), new Set(['token-1']));
  assert.equal(asked.length, 1);
});

test('it is renewed five minutes before its end, without force', async () => {
  const { token, asked, wait } = counting();
  await token.get();
  wait(6899);
  assert.equal(await token.get(), 'token-1');
  wait(2);
  assert.equal(await token.get(), 'token-2');
  assert.deepEqual(asked, [false, false]);
});

test('a refused token is replaced by force, but not twice in 30 seconds and not more than 20 times a day', async () => {
  const { token, asked, wait } = counting();
  let current = await token.get();
  current = await token.get(current);
  assert.deepEqual(asked, [false, true]);
  current = await token.get(current);
  assert.deepEqual(asked, [false, true, false]);
  for (let i = 0; i < 30; i++) {
    wait(31);
    current = await token.get(current);
  }
  assert.equal(asked.filter(Boolean).length, 20);
});

test('a failed renewal is not remembered', async () => {
  let attempts = 0;
  const token = new AccessToken(async () => {
    attempts += 1;
    if (attempts === 1) throw new Error('busy');
    return { token: 'good', expiresInSeconds: 7200 };
  });
  await assert.rejects(token.get());
  assert.equal(await token.get(), 'good');
});
