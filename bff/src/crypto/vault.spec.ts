import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Vault } from './vault.js';

const vault = new Vault(Buffer.alloc(32, 7));

test('sealed text that was altered in any one character does not open', () => {
  const sealed = vault.seal('people:1:name', '张秀英');
  for (let i = 3; i < sealed.length; i += 1) {
    const altered = `${sealed.slice(0, i)}${sealed[i] === 'A' ? 'B' : 'A'}${sealed.slice(i + 1)}`;
    // The last character of Base64 may carry bits that decode to nothing.
    if (Buffer.from(altered.slice(3), 'base64url').equals(Buffer.from(sealed.slice(3), 'base64url'))) continue;
    assert.throws(() => vault.open('people:1:name', altered));
  }
});

test('sealed text does not open in another row', () => {
  assert.throws(() => vault.open('people:2:name', vault.seal('people:1:name', '张秀英')));
});

test('what is sealed twice differs, opens the same and does not show its text', () => {
  const [one, two] = [vault.seal('a:1:b', '62010219550101'), vault.seal('a:1:b', '62010219550101')];
  assert.notEqual(one, two);
  assert.equal(vault.open('a:1:b', one ?? ''), vault.open('a:1:b', two ?? ''));
  assert.ok(!Buffer.from(one?.slice(3) ?? '', 'base64url').includes('62010219550101'));
});

test('the look-up hash is the same for the same value and differs by kind and by key', () => {
  assert.equal(vault.index('id', 'x'), vault.index('id', 'x'));
  assert.notEqual(vault.index('id', 'x'), vault.index('receipt', 'x'));
  assert.notEqual(vault.index('id', 'x'), new Vault(Buffer.alloc(32, 8)).index('id', 'x'));
});
