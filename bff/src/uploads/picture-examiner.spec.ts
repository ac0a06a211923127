import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { drawnPaper } from './drawn-paper.js';
import type { PictureAsked } from './examine-picture.js';
import { PictureExaminer } from './picture-examiner.js';

const photo: PictureAsked = { bytes: await drawnPaper().jpeg().toBuffer(), purpose: 'photo', sha256: null };
/** Nothing that a file can hold breaks the thread, so that a test has to. */
const breaking: PictureAsked = { ...photo, bytes: JSON.parse('null') };

describe('the thread that decodes', () => {
  const examiner = new PictureExaminer();
  after(async () => examiner.onApplicationShutdown());
  const failureOf = async (asked: PictureAsked): Promise<string | null> =>
    (await examiner.examine(async () => asked)).failure;

  test('a file that breaks it is broken; those before and behind it in the queue are not', async () => {
    const failures = await Promise.all([photo, breaking, photo, breaking, breaking, photo].map(failureOf));
    assert.deepEqual(failures, [null, 'upload-broken', null, 'upload-broken', 'upload-broken', null]);
  });

  test('what goes wrong before a file is there is told, and harms no other', async () => {
    const [first, second] = await Promise.allSettled([
      examiner.examine(async () => {
        throw new Error('no disk');
      }),
      failureOf(photo),
    ]);
    assert.match(String(first.status === 'rejected' && first.reason), /no disk/);
    assert.deepEqual(second, { status: 'fulfilled', value: null });
  });

  test('requests go on while it works', async () => {
    const large: PictureAsked = {
      ...photo,
      bytes: await drawnPaper({ width: 3000, height: 4000 }).jpeg().toBuffer(),
    };
    let turns = 0;
    const pulse = setInterval(() => (turns += 1), 5);
    assert.deepEqual(await Promise.all([large, large, large].map(failureOf)), [null, null, null]);
    clearInterval(pulse);
    assert.ok(turns > 20, `${turns} times somebody else had a turn`);
  });
});
