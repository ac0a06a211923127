/** Drawn papers, photographed as people do, read by the process that reads in the product. */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import type { PaperReading, ReadablePaper } from '@yiban/shared-types/reading';
import { judged } from '../../scripts/bench/read-fields.ts';
import { badPhotos, goodPhotos, type PhotographedPaper } from '../../scripts/papers/paper-set.ts';

interface PaperReader {
  read(bytes: Uint8Array, paper: ReadablePaper, signal?: AbortSignal): Promise<PaperReading>;
  readonly processId: number | undefined;
  onApplicationShutdown(): void;
}
const {
  ChildProcessReader,
}: {
  readonly ChildProcessReader: new (settings?: { idleMs: number; longestMs: number }) => PaperReader;
} = await import(new URL('../../bff/dist/gateways/reader/child-process-reader.js', import.meta.url).href);

const reader = new ChildProcessReader();
after(() => reader.onApplicationShutdown());

const photos = goodPhotos(2026, 12);
/** One of each kind, upright or turned. */
const firstOf = (kind: ReadablePaper): PhotographedPaper => photos.find(({ asked }) => asked === kind)!;
const kinds: readonly ReadablePaper[] = [
  'receipt',
  'expense-list',
  'medical-record',
  'identity-card',
  'household-register',
  'bank-card',
];

test('a file that is no picture is refused, and the next photo is read', async () => {
  await assert.rejects(reader.read(Buffer.from('no picture'), 'receipt'), /could not be read/);
  const card = firstOf('bank-card');
  const { content } = await reader.read(await card.take(), card.asked);
  assert.ok(content.kind === 'bank-card' && content.number?.value === card.fields['number']);
});

test('a process that dies is started anew for the next photo', async () => {
  const card = firstOf('identity-card');
  const bytes = await card.take();
  const broken = reader.read(bytes, card.asked);
  const killed = setInterval(() => {
    if (reader.processId === undefined) return;
    process.kill(reader.processId, 'SIGKILL');
    clearInterval(killed);
  }, 20);
  await assert.rejects(broken);
  clearInterval(killed);
  const { content } = await reader.read(bytes, card.asked);
  assert.ok(content.kind === 'identity-card');
});

test('reading ends when the server does, and does not wait', async () => {
  const card = firstOf('bank-card');
  await assert.rejects(reader.read(await card.take(), card.asked, AbortSignal.timeout(50)));
});

test('the process gives its memory back when nothing has come for a while', async () => {
  const brief = new ChildProcessReader({ idleMs: 200, longestMs: 60_000 });
  const card = firstOf('bank-card');
  await brief.read(await card.take(), card.asked);
  assert.notEqual(brief.processId, undefined);
  await new Promise((resume) => setTimeout(resume, 1000));
  assert.equal(brief.processId, undefined);
});

for (const kind of kinds) {
  test(`nothing on a ${kind} is read wrong without saying so`, async () => {
    const paper = firstOf(kind);
    const reading = await reader.read(await paper.take(), paper.asked);
    const fields = judged(reading.content, paper.fields);
    assert.deepEqual(
      fields.filter(({ verdict }) => verdict === 'wrong' || verdict === 'missed'),
      [],
    );
    assert.ok(fields.filter(({ equal }) => equal).length >= fields.length - 1, 'all but one field are right');
    assert.deepEqual(reading.findings, []);
    assert.equal((reading.turned + paper.shot.turn) % 360, 0);
  });
}

test('another paper than was asked for is noticed', async () => {
  const paper = badPhotos(2026, 6).find(({ fault }) => fault === 'wrong-paper')!;
  const { findings } = await reader.read(await paper.take(), paper.asked);
  assert.deepEqual(findings, ['wrong-paper']);
});
