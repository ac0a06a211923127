/** What comes in from outside is pinned, runs nothing at installation but what is allowed, and production has no defaults. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, describe, test } from 'node:test';

const root = path.join(import.meta.dirname, '../..');
const text = (file: string): string => readFileSync(path.join(root, file), 'utf8');

describe('supply chain', () => {
  test('the lock file names every package with its hash, from the registry alone', () => {
    const lock = text('pnpm-lock.yaml');
    const packages = lock.slice(lock.indexOf('\npackages:'), lock.indexOf('\nsnapshots:'));
    const entries = packages.match(/^ {2}\S.*:$/gm) ?? [];
    const hashes = packages.match(/integrity: sha512-/g) ?? [];
    assert.ok(entries.length > 500);
    assert.equal(hashes.length, entries.length);
    assert.doesNotMatch(packages, /tarball:|git\+|codeload|file:|https?:\/\//);
  });

  test('one package alone runs a script when it is installed: node, which fetches its own binary', () => {
    const allowed = /allowBuilds:\n((?: {2}.+\n)+)/.exec(text('pnpm-workspace.yaml'))?.[1] ?? '';
    const yes = allowed.split('\n').filter((line) => line.endsWith(': true'));
    assert.deepEqual(
      yes.map((line) => line.trim()),
      ['node: true'],
    );
  });
});

describe('production', () => {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'yiban-production-'));
  after(() => rmSync(dataDir, { recursive: true }));
  const start = (env: Readonly<Record<string, string>>): { readonly status: number | null; readonly stderr: string } =>
    spawnSync(process.execPath, [path.join(root, 'bff/dist/main.js')], {
      env: { PATH: process.env['PATH'] ?? '', NODE_ENV: 'production', DATA_DIR: dataDir, PORT: '0', ...env },
      encoding: 'utf8',
      timeout: 30_000,
    });

  test('does not start without its secrets, and names what is missing', () => {
    const { status, stderr } = start({});
    assert.equal(status, 1);
    for (const name of ['MASTER_KEY', 'PUBLIC_URL', 'GATEWAYS_FILE']) assert.match(stderr, new RegExp(name));
    assert.equal(existsSync(path.join(dataDir, 'development-master-key')), false);
  });

  test('does not start with a key that is none, and does not repeat it', () => {
    const { status, stderr } = start({
      MASTER_KEY: 'correct-horse',
      PUBLIC_URL: 'https://x.example',
      GATEWAYS_FILE: '/none',
    });
    assert.equal(status, 1);
    assert.match(stderr, /MASTER_KEY/);
    assert.doesNotMatch(stderr, /correct-horse/);
  });

  test('takes its keys from one place: a keyring file and a key together are refused', () => {
    const { status, stderr } = start({
      MASTER_KEY: Buffer.alloc(32, 1).toString('base64'),
      KEYRING_FILE: '/none',
      PUBLIC_URL: 'https://x.example',
      GATEWAYS_FILE: '/none',
    });
    assert.equal(status, 1);
    assert.match(stderr, /KEYRING_FILE and MASTER_KEY/);
  });
});
