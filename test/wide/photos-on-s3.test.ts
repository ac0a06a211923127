/** Photos and documents in a bucket instead of a folder: the product is the same, and says so when the bucket is away. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { CitizenClient } from '../../scripts/client/citizen.ts';
import { filledCase } from '../api/filled-case.ts';
import { startBucket } from '../server/bucket.ts';
import { startProduct } from '../server/running-server.ts';

const root = path.join(import.meta.dirname, '../..');

/** Runs a program of the product to its end, which the bucket in this process must be free to serve. */
async function run(
  args: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<{ readonly ok: boolean; readonly stderr: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, args, { env, timeout: 60_000 }, (error, _, stderr) => {
      resolve({ ok: error === null, stderr });
    });
  });
}

describe('photos on S3', async () => {
  const bucket = await startBucket();
  const product = await startProduct({ env: { ...bucket.env, LOG_LEVEL: 'error' } });
  const folder = mkdtempSync(path.join(tmpdir(), 'yiban-s3-'));
  after(async () => {
    await product.stop();
    await bucket.remove();
    rmSync(folder, { recursive: true });
  });
  const citizen = await CitizenClient.scanned(product.baseUrl, product.sandboxUrl, 'retiree-gansu');
  const ready = async (): Promise<{ readonly status: number; readonly body: object }> => {
    const answer = await fetch(`${product.baseUrl}/health/ready`);
    return { status: answer.status, body: await answer.json() };
  };

  test('a bucket that is not there is said by name, and nothing starts', async () => {
    const env = { ...process.env, ...bucket.env, S3_BUCKET: 'nobodys', DATA_DIR: path.join(folder, 'none'), PORT: '0' };
    const { ok, stderr } = await run([path.join(root, 'bff/dist/main.js')], env);
    assert.equal(ok, false);
    assert.match(stderr, /S3_BUCKET.*nobodys/);
  });

  test('while the bucket is away readiness names it without turning people away, and the rest goes on', async () => {
    await bucket.goAway();
    assert.deepEqual(await ready(), { status: 200, body: { status: 'degraded', away: ['storage'] } });
    assert.equal((await citizen.api.send('GET', '/cases')).status, 200);
    await bucket.comeBack();
    const well = { status: 200, body: { status: 'ok', away: [] } };
    for (const until = Date.now() + 10_000; Date.now() < until && !isDeepStrictEqual(await ready(), well);)
      await sleep(100);
    assert.deepEqual(await ready(), well);
  });

  test('a case is filed whose papers stand in the bucket alone, are backed up, and restored into a folder', async () => {
    const closed = await citizen.submit(await filledCase(citizen, 'remote-retiree', '620000'));
    const paper = await citizen.api.pdf(`/cases/${closed.id}/documents/registration-form`);
    assert.ok(bucket.keys().some((key) => key.includes('photos')));
    assert.ok(bucket.keys().some((key) => key.includes('documents')));
    assert.equal(existsSync(path.join(product.dataDir, 'storage')), false);

    const backup = path.join(folder, 'backup');
    const command = path.join(root, 'bff/dist/backup/command/main.js');
    const env = { ...process.env, ...bucket.env, DATA_DIR: product.dataDir };
    const backedUp = await run([command, 'backup', backup], env);
    assert.ok(backedUp.ok, backedUp.stderr);
    const over = await run([command, 'restore', backup], env);
    assert.equal(over.ok, false);
    assert.match(over.stderr, /bucket yiban-photos is not empty/);

    const masterKey = readFileSync(path.join(product.dataDir, 'development-master-key'), 'utf8');
    const copy = await startProduct({ restore: { backup, masterKey } });
    after(copy.stop);
    const again = await CitizenClient.scanned(copy.baseUrl, copy.sandboxUrl, 'retiree-gansu');
    assert.ok(paper.equals(await again.api.pdf(`/cases/${closed.id}/documents/registration-form`)));
  });
});
