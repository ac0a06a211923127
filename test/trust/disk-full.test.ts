/** The disk with the data fills up under people who file: told in words, nothing acknowledged lost, on again once there is room. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmdirSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import type { CaseView, ConversationMessage } from '@yiban/shared-types/cases';
import { createConnection } from 'mysql2/promise';
import { CitizenClient } from '../../scripts/client/citizen.ts';
import { startOwnMariaDb } from '../../scripts/setup/mariadb.mjs';
import { filledCase } from '../api/filled-case.ts';
import { startProduct } from '../server/running-server.ts';

/** A disk of its own in memory, of so many megabytes; null where this user may not mount one. */
function smallDisk(megabytes: number): string | null {
  const folder = mkdtempSync(path.join(tmpdir(), 'yiban-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder], { stdio: 'ignore' });
    return folder;
  } catch {
    rmdirSync(folder);
    return null;
  }
}

/** Takes all the room there is, to the last byte. */
function fillUp(file: string): void {
  const handle = openSync(file, 'w');
  try {
    for (let size = 1 << 20; size >= 1;) {
      try {
        if (writeSync(handle, Buffer.alloc(size)) < size) size = Math.floor(size / 2);
      } catch {
        size = Math.floor(size / 2);
      }
    }
  } finally {
    closeSync(handle);
  }
}

const disk = smallDisk(48);
const databaseDisk = smallDisk(300);

describe('a disk that fills up', { skip: disk === null ? 'no right to mount a disk of its own' : false }, async () => {
  if (disk === null) return;
  const product = await startProduct({ env: { DATA_DIR: disk } });
  after(async () => {
    await product.stop();
    execFileSync('umount', ['--lazy', disk]);
    rmdirSync(disk);
  });
  const filler = path.join(disk, 'filler');
  const ready = async (): Promise<number> => (await fetch(`${product.baseUrl}/health/ready`)).status;
  const tus = { 'tus-resumable': '1.0.0' };

  test('what cannot be kept is refused in words, what was acknowledged is there, and it goes on by itself', async () => {
    const citizen = await CitizenClient.scanned(product.baseUrl, product.sandboxUrl, 'retiree-gansu');
    const draft = await filledCase(citizen, 'remote-retiree', '620000');
    fillUp(filler);

    let kept: CaseView = draft;
    let refusals = 0;
    for (let i = 0; i < 400 && refusals < 5; i += 1) {
      const address = `长江西路 ${i} 号${'，院内'.repeat(20)}`;
      const form = { ...kept.form, address };
      const { status, text } = await citizen.api.send('PATCH', `/cases/${draft.id}`, { version: kept.version, form });
      if (status === 200) {
        kept = JSON.parse(text);
        continue;
      }
      refusals += 1;
      assert.equal(status, 503, text);
      assert.match(text, /"code":"storage-full"/);
      // Refused as a whole, or done and only its answer lost: never half of it.
      const stands = await citizen.one(draft.id);
      if (stands.version !== kept.version) assert.equal(stands.form['address'], address);
      kept = stands;
    }
    assert.equal(refusals, 5, 'the disk is full and saving is still acknowledged');
    const created = await citizen.api.send('POST', '/uploads', undefined, {
      ...tus,
      'upload-length': '100000',
      'upload-metadata': `purpose ${Buffer.from('photo').toString('base64')}`,
    });
    assert.equal(created.status, 503, created.text);
    assert.equal(await ready(), 503);
    // Reading goes on.
    assert.deepEqual((await citizen.one(draft.id)).form, kept.form);

    rmSync(filler);
    for (const until = Date.now() + 10_000; Date.now() < until && (await ready()) !== 200;) await sleep(100);
    assert.equal(await ready(), 200);
    await product.crash();
    const found = await citizen.one(draft.id);
    assert.deepEqual([found.version, found.form], [kept.version, kept.form]);
    const again = await filledCase(citizen, 'remote-retiree', '620000', { draft: draft.id });
    const key = { 'idempotency-key': 'after-the-disk-was-full' };
    const sent = await citizen.api.send('POST', `/cases/${again.id}/submit`, { version: again.version }, key);
    assert.equal(sent.status, 200, sent.text);
    assert.doesNotMatch(product.log(), /internal-error/);
  });
});

describe(
  'a disk of MariaDB that fills up',
  { skip: databaseDisk === null ? 'no right to mount a disk of its own' : false },
  async () => {
    if (databaseDisk === null) return;
    const mariadb = await mariaDbOn(databaseDisk);
    const product = await startProduct({ env: { MYSQL_URL: mariadb.url } });
    after(async () => {
      await product.stop();
      await mariadb.stop();
      execFileSync('umount', ['--lazy', databaseDisk]);
      rmdirSync(databaseDisk);
    });

    test('what cannot be kept is refused in words, what was acknowledged is there, and it goes on by itself', async () => {
      const citizen = await CitizenClient.scanned(product.baseUrl, product.sandboxUrl, 'handler-gansu');
      const { id } = await citizen.submit(await filledCase(citizen, 'settlement-coordination', '620000'));
      const say = async (text: string) =>
        citizen.api.send('POST', `/cases/${id}/messages`, { text }, { 'idempotency-key': text.slice(0, 40) });
      const texts = async (): Promise<readonly string[]> =>
        (await citizen.api.call<readonly ConversationMessage[]>('GET', `/cases/${id}/messages`)).map(
          ({ text }) => text,
        );
      const filler = path.join(databaseDisk, 'filler');
      fillUp(filler);

      const acknowledged: string[] = [];
      const refused: string[] = [];
      for (let i = 0; i < 2000 && refused.length < 3; i += 1) {
        const text = `${String(i).padStart(40, '0')}，${'请帮我看一看，'.repeat(60)}`;
        const { status, text: answer } = await say(text);
        if (status < 300) {
          acknowledged.push(text);
          continue;
        }
        refused.push(text);
        assert.equal(status, 503, answer);
        assert.match(answer, /"code":"storage-full"/);
      }
      assert.equal(refused.length, 3, 'the disk is full and everything is still acknowledged');
      // Reading goes on, and nothing acknowledged is missing.
      const there = await texts();
      assert.deepEqual(
        acknowledged.filter((text) => !there.includes(text)),
        [],
      );

      rmSync(filler);
      for (const text of refused) {
        const again = await say(text);
        assert.ok(again.status < 300, again.text);
      }
      await product.crash();
      // Each once, whether its first answer was lost or not.
      assert.deepEqual((await texts()).toSorted(), [...acknowledged, ...refused].toSorted());
      assert.doesNotMatch(product.log(), /internal-error/);
    });
  },
);

/** A MariaDB whose data lie on that disk, with little that it writes in advance. Gives the URL of an empty database. */
async function mariaDbOn(folder: string): Promise<{ readonly url: string; readonly stop: () => Promise<void> }> {
  const elsewhere = tmpdir();
  const before = process.env['TMPDIR'];
  process.env['TMPDIR'] = folder;
  const { url, stop } = await startOwnMariaDb(['--innodb-log-file-size=8M', `--tmpdir=${elsewhere}`]).finally(() => {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
  });
  const admin = await createConnection({ uri: url });
  await admin.query('CREATE DATABASE yiban CHARACTER SET utf8mb4');
  await admin.end();
  return { url: new URL('/yiban', url).href, stop };
}
