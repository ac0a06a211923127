import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, describe, test } from 'node:test';
import { LocalDiskStorage } from './local-disk-storage.js';
import { ObjectMissing } from './storage.js';

describe('storage on the local disk', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'yiban-storage-'));
  after(() => rmSync(folder, { recursive: true }));
  const storage = await LocalDiskStorage.open(folder);

  test('what is put is got, and a second put replaces it', async () => {
    await storage.put('photos/a/full', Buffer.from('one'));
    await storage.put('photos/a/full', Buffer.from('two'));
    assert.equal((await storage.get('photos/a/full')).toString(), 'two');
    assert.deepEqual(readdirSync(path.join(folder, '.unfinished')), []);
  });

  test('what is missing is told as missing, and may be deleted', async () => {
    await assert.rejects(storage.get('photos/none/full'), ObjectMissing);
    await storage.delete('photos/none/full');
    assert.deepEqual(await storage.list('nothing/'), []);
  });

  test('a list names whole keys, and only those below the prefix', async () => {
    await storage.put('uploads/b/0-5', Buffer.from('x'));
    await storage.put('uploads/b/5-9', Buffer.from('x'));
    await storage.put('uploads/bb/0-5', Buffer.from('x'));
    assert.deepEqual(await storage.list('uploads/b/'), ['uploads/b/0-5', 'uploads/b/5-9']);
    assert.equal((await storage.list('uploads/')).length, 3);
  });

  test('no key leads out of the folder or to what is hidden', async () => {
    for (const key of ['../x', 'a/../../x', '/etc/passwd', 'a//b', '.unfinished/x', 'a/.b', '', 'a\0b', 'a\\b']) {
      await assert.rejects(storage.put(key, Buffer.from('x')), /plain names/, key);
    }
  });

  test('folders that a delete leaves empty are gone', async () => {
    await storage.put('photos/gone/full', Buffer.from('x'));
    await storage.delete('photos/gone/full');
    assert.equal(existsSync(path.join(folder, 'photos/gone')), false);
    assert.equal(existsSync(path.join(folder, 'photos')), true);
  });

  test('puts and deletes in one folder at once do not hinder each other', async () => {
    await Promise.all(
      Array.from({ length: 60 }, async (_, i) => {
        await storage.put(`uploads/busy/${i}`, Buffer.from(String(i)));
        if (i % 2 === 1) await storage.delete(`uploads/busy/${i}`);
      }),
    );
    assert.equal((await storage.list('uploads/busy/')).length, 30);
  });

  test('what a crash left unfinished goes an hour later, and not before', async () => {
    const [old, young] = ['old', 'young'].map((name) => path.join(folder, '.unfinished', name));
    mkdirSync(path.join(folder, '.unfinished'), { recursive: true });
    writeFileSync(old!, 'x');
    writeFileSync(young!, 'x');
    const twoHoursAgo = Date.now() / 1000 - 7200;
    utimesSync(old!, twoHoursAgo, twoHoursAgo);
    await LocalDiskStorage.open(folder);
    assert.deepEqual(readdirSync(path.join(folder, '.unfinished')), ['young']);
    rmSync(young!);
  });
});
