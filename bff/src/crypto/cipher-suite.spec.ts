import assert from 'node:assert/strict';
import { createCipheriv, createHmac, createSecretKey, hkdfSync } from 'node:crypto';
import { describe, test } from 'node:test';
import { cipherOf, keyedHash, suiteNames } from './cipher-suite.js';
import { Keyring } from './keyring.js';
import { Vault } from './vault.js';

const key = Buffer.alloc(32, 9);

for (const suite of suiteNames) {
  describe(`cipher suite ${suite}`, () => {
    const cipher = cipherOf(suite, key);
    const bytes = Buffer.from('李文静 620102199001011234');

    test('what was sealed opens, at its own place and under its own key alone', () => {
      const sealed = cipher.seal('people:1:data', bytes);
      assert.deepEqual(cipher.open('people:1:data', sealed), bytes);
      assert.throws(() => cipher.open('people:2:data', sealed));
      assert.throws(() => cipherOf(suite, Buffer.alloc(32, 8)).open('people:1:data', sealed));
      assert.equal(sealed.includes(bytes.subarray(0, 9)), false);
    });

    test('one altered bit anywhere, or an end cut off, does not open', () => {
      const sealed = cipher.seal('a', bytes);
      for (let i = 0; i < sealed.length; i += 1) {
        const altered = Buffer.from(sealed);
        altered[i] = (altered[i] ?? 0) ^ 1;
        assert.throws(() => cipher.open('a', altered), `byte ${i}`);
        assert.throws(() => cipher.open('a', sealed.subarray(0, i)), `cut at ${i}`);
      }
    });

    test('nothing and a megabyte', () => {
      for (const length of [0, 1, 15, 16, 17, 1 << 20]) {
        const plain = Buffer.alloc(length, 1);
        assert.ok(cipher.open('a', cipher.seal('a', plain)).equals(plain));
      }
    });

    test('a vault of this suite opens its texts and bytes', () => {
      const vault = new Vault(Keyring.derived(key, suite));
      assert.equal(vault.open('a:1:b', vault.seal('a:1:b', '张秀英')), '张秀英');
      assert.equal(vault.openBytes('a', vault.sealBytes('a', bytes)).toString(), bytes.toString());
      assert.match(vault.index('person', 'x'), /^[0-9a-f]{64}$/);
    });
  });
}

test('SM4 is the SM4 of GB/T 32907, appendix A', () => {
  const block = Buffer.from('0123456789abcdeffedcba9876543210', 'hex');
  const cipher = createCipheriv('sm4-ecb', block, null).setAutoPadding(false);
  assert.equal(cipher.update(block).toString('hex'), '681edf34d206965e86b3e94f536e4246');
});

test('the keyed hash of the Chinese suite is HMAC over SM3', () => {
  const secret = createSecretKey(key);
  assert.equal(keyedHash('sm', secret, ['a', 'b']), createHmac('sm3', key).update('a\0b').digest('hex'));
  assert.notEqual(keyedHash('sm', secret, ['a']), keyedHash('aes', secret, ['a']));
  assert.equal(hkdfSync('sm3', key, 's', 'i', 16).byteLength, 16);
});
