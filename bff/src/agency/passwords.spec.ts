import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hashPassword, isPassword } from './passwords.js';

test('a wrong password is refused and the right one is known again', async () => {
  const stored = await hashPassword('correct horse battery');
  assert.equal(await isPassword('correct horse batterz', stored), false);
  assert.equal(await isPassword('correct horse battery', stored), true);
});

test('the same password is stored differently each time', async () => {
  assert.notEqual(await hashPassword('a'), await hashPassword('a'));
});
