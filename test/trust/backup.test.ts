/** A backup of the running product, restored elsewhere, answers as the product did. */
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, describe, test } from 'node:test';
import type { PersonalData } from '@yiban/shared-types/personal-data';
import { CitizenClient } from '../../scripts/client/citizen.ts';
import { filledCase } from '../api/filled-case.ts';
import { startProduct } from '../server/running-server.ts';

const command = path.join(import.meta.dirname, '../../bff/dist/backup/command/main.js');

for (const database of ['sqlite', 'mariadb'] as const) {
  describe(`backup and restore on ${database}`, async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'yiban-backup-'));
    const product = await startProduct({ database });
    const masterKey = readFileSync(path.join(product.dataDir, 'development-master-key'), 'utf8');
    const env = {
      ...process.env,
      DATA_DIR: product.dataDir,
      ...(product.mysqlUrl === null ? {} : { MYSQL_URL: product.mysqlUrl }),
    };
    after(async () => {
      await product.stop();
      rmSync(folder, { recursive: true });
    });
    const citizen = await CitizenClient.scanned(product.baseUrl, product.sandboxUrl, 'retiree-gansu');
    const closed = await citizen.submit(await filledCase(citizen, 'remote-retiree', '620000'));
    await citizen.api.pdf(`/cases/${closed.id}/documents/registration-form`);
    const before = await citizen.api.call<PersonalData>('GET', '/me/export');
    const backup = path.join(folder, 'one');

    test('the product is backed up while it runs', () => {
      execFileSync(process.execPath, [command, 'backup', backup], { env });
      assert.ok(readdirSync(path.join(backup, 'storage')).includes('photos'));
    });

    test('restored, the same person finds the same cases, papers and messages', async () => {
      const copy = await startProduct({ database, restore: { backup, masterKey } });
      after(copy.stop);
      const again = await CitizenClient.scanned(copy.baseUrl, copy.sandboxUrl, 'retiree-gansu');
      const restored = await again.api.call<PersonalData>('GET', '/me/export');
      assert.deepEqual(withoutLinks(restored), withoutLinks(before));
      const [one, two] = await Promise.all(
        [citizen, again].map(async ({ api }) => api.pdf(`/cases/${closed.id}/documents/registration-form`)),
      );
      assert.ok(one?.equals(two ?? Buffer.alloc(0)));
    });

    test('a backup that was altered, or over what is there, is refused', () => {
      const damaged = path.join(folder, 'damaged');
      cpSync(backup, damaged, { recursive: true });
      const file = readdirSync(damaged).find((name) => name.startsWith('yiban.'));
      const bytes = readFileSync(path.join(damaged, file ?? ''));
      bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
      writeFileSync(path.join(damaged, file ?? ''), bytes);
      const refused = (from: string): string => {
        const { status, stderr } = spawnSync(process.execPath, [command, 'restore', from], { env, encoding: 'utf8' });
        assert.equal(status, 1);
        return stderr;
      };
      assert.match(refused(damaged), /damaged/);
      assert.match(refused(backup), /not empty|there already/);
    });
  });
}

/** Links to pictures change every five minutes; what the reader finds in a photo comes while it pleases. */
function withoutLinks({ person, cases, inbox }: PersonalData): unknown {
  const text = JSON.stringify({ person, cases, inbox }, (name, value) => (name === 'findings' ? null : value));
  return JSON.parse(text.replaceAll(/\?token=[^"]+/g, ''));
}
