import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, describe, test } from 'node:test';
import { LocalDiskStorage } from './local-disk-storage.js';
import { temporaryBucket } from './temporary-bucket.fixture.js';
import { ObjectMissing, type Storage } from './storage.js';

for (const { name, open } of [
  { name: 'the local disk', open: openFolder },
  { name: 'S3', open: openBucket },
]) {
  describe(`what every storage does, on ${name}`, async () => {
    const { storage, close } = await open();
    after(close);

    test('what is missing is told as missing, and may be deleted', async () => {
      await assert.rejects(storage.get('photos/none/full'), ObjectMissing);
      await storage.delete('photos/none/full');
      assert.deepEqual(await storage.list('nothing/'), []);
    });

    test('no key leads out of the storage or to what is hidden', async () => {
      for (const key of ['../x', 'a/../../x', '/etc/passwd', 'a//b', '.unfinished/x', 'a/.b', '', 'a\0b', 'a\\b']) {
        await assert.rejects(storage.put(key, Buffer.from('x')), /plain names/, key);
        await assert.rejects(storage.get(key), /plain names/, key);
        await assert.rejects(storage.delete(key), /plain names/, key);
      }
    });

    test('what is put is got, byte for byte, and a second put replaces it', async () => {
      const bytes = Buffer.from(Array.from({ length: 70_000 }, (_, i) => (i * 31) % 256));
      await storage.put('photos/a/full', Buffer.from('one'));
      await storage.put('photos/a/full', bytes);
      assert.ok((await storage.get('photos/a/full')).equals(bytes));
      await storage.delete('photos/a/full');
      await assert.rejects(storage.get('photos/a/full'), ObjectMissing);
    });

    test('a list names whole keys, and only those below the prefix', async () => {
      await storage.put('uploads/b/0-5', Buffer.from('x'));
      await storage.put('uploads/b/5-9', Buffer.from('x'));
      await storage.put('uploads/bb/0-5', Buffer.from('x'));
      assert.deepEqual(await storage.list('uploads/b/'), ['uploads/b/0-5', 'uploads/b/5-9']);
      assert.equal((await storage.list('uploads/')).length, 3);
    });

    test('a list goes on past a thousand, and is sorted', async () => {
      const keys = Array.from({ length: 1100 }, (_, i) => `documents/${String(i).padStart(4, '0')}`);
      for (let from = 0; from < keys.length; from += 50) {
        await Promise.all(keys.slice(from, from + 50).map(async (key) => storage.put(key, Buffer.from('x'))));
      }
      assert.deepEqual(await storage.list('documents/'), keys);
    });

    test('it says that it is usable', async () => storage.requireUsable());
  });
}

interface Opened {
  readonly storage: Storage;
  readonly close: () => Promise<void>;
}

async function openFolder(): Promise<Opened> {
  const folder = mkdtempSync(path.join(tmpdir(), 'yiban-storage-'));
  return { storage: await LocalDiskStorage.open(folder), close: async () => rmSync(folder, { recursive: true }) };
}

async function openBucket(): Promise<Opened> {
  const bucket = await temporaryBucket();
  return { storage: await bucket.open(), close: bucket.remove };
}
