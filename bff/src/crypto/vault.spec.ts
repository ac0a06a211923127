import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deflateRawSync } from 'node:zlib';
import { cipherOf } from './cipher-suite.js';
import { derivedKey } from './keyring.js';
import { Vault } from './vault.js';

const vault = new Vault(Buffer.alloc(32, 7));

test('sealed text that was altered in any one character does not open', () => {
  const sealed = vault.seal('people:1:name', '张秀英');
  const body = (text: string): Buffer => Buffer.from(text.slice(text.lastIndexOf('.') + 1), 'base64url');
  for (let i = 0; i < sealed.length; i += 1) {
    const altered = `${sealed.slice(0, i)}${sealed[i] === 'A' ? 'B' : 'A'}${sealed.slice(i + 1)}`;
    // The last character of Base64 may carry bits that decode to nothing.
    if (i > sealed.lastIndexOf('.') && body(altered).equals(body(sealed))) continue;
    assert.throws(() => vault.open('people:1:name', altered));
  }
});

test('what was sealed before keys had names still opens', () => {
  const master = Buffer.alloc(32, 7);
  const cipher = cipherOf('aes', derivedKey(master, 'data'));
  const text = `v1.${cipher.seal('a:1:b', deflateRawSync(Buffer.from('张秀英'))).toString('base64url')}`;
  assert.equal(vault.open('a:1:b', text), '张秀英');
  assert.equal(vault.isCurrent('v1.x'), true);
  assert.equal(vault.openBytes('a', cipher.seal('a', Buffer.from('x'))).toString(), 'x');
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
