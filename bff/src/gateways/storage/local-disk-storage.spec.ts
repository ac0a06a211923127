import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, describe, test } from 'node:test';
import { LocalDiskStorage } from './local-disk-storage.js';

describe('storage on the local disk', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'yiban-storage-'));
  after(() => rmSync(folder, { recursive: true }));
  const storage = await LocalDiskStorage.open(folder);

  test('nothing half-written is left by a put', async () => {
    await storage.put('photos/a/full', Buffer.from('one'));
    assert.deepEqual(readdirSync(path.join(folder, '.unfinished')), []);
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
