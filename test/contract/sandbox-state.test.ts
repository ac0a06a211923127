import assert from 'node:assert/strict';
import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { Journal } from '../../scripts/sandbox/journal.ts';

const dataDir = mkdtempSync(path.join(tmpdir(), 'sandbox-state-'));
after(() => rmSync(dataDir, { recursive: true }));

const sms = (key: string) => ({
  type: 'sms' as const,
  key,
  messageId: `m-${key}`,
  phone: '19900000001',
  template: 't',
  parameters: {},
  at: '2026-11-25T00:00:00.000Z',
});

test('what the sandbox confirmed is there after a restart; a line cut off by a crash is left out', async () => {
  const journal = await Journal.open(dataDir);
  await Promise.all(Array.from({ length: 200 }, (_, index) => journal.append(sms(String(index)))));
  await journal.close();

  const file = path.join(dataDir, 'sandbox-state.jsonl');
  assert.equal(readFileSync(file, 'utf8').trimEnd().split('\n').length, 200);
  appendFileSync(file, '{"type":"sms","key":"cut');

  const second = await Journal.open(dataDir);
  assert.equal(second.events.length, 200);
  await second.append(sms('after'));
  await second.close();
  const third = await Journal.open(dataDir);
  assert.deepEqual(third.events.at(-1), sms('after'));
  await third.close();
});
