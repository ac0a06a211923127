import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ProcessQueue } from './process-queue.js';
import { rounds, type Work } from './work.js';

function workOf(perform: Work['perform'], atOnce = 1): Work {
  return { name: 'work', atOnce, lookMs: 1000, due: async () => [], perform };
}

describe('the queue of one process', () => {
  test('what nobody does here is nobody’s: the table keeps it', async () => {
    const queue = new ProcessQueue();
    await queue.offer('work', ['a']);
    await queue.close();
  });

  test('no more is done at once than was said, and nothing twice at once', async () => {
    const queue = new ProcessQueue();
    const begun: string[] = [];
    const ends = new Map<string, () => void>();
    queue.serve(
      workOf(async (id) => {
        begun.push(id);
        await new Promise<void>((resolve) => ends.set(id, resolve));
      }, 2),
    );
    await queue.offer('work', ['a', 'b', 'c']);
    await queue.offer('work', ['a', 'c']);
    assert.deepEqual(begun, ['a', 'b']);
    ends.get('a')?.();
    await new Promise((resolve) => setImmediate(resolve));
    assert.deepEqual(begun, ['a', 'b', 'c']);
    for (const end of ends.values()) end();
    await queue.close();
    assert.deepEqual(begun, ['a', 'b', 'c']);
  });

  test('at the end what is being done is asked to stop and waited for, and what waits is left', async () => {
    const queue = new ProcessQueue();
    const ended: string[] = [];
    queue.serve(
      workOf(async (id, stop) => {
        await new Promise((resolve) => stop.addEventListener('abort', resolve));
        ended.push(id);
      }),
    );
    await queue.offer('work', ['a', 'b']);
    await queue.close();
    assert.deepEqual(ended, ['a']);
  });
});

describe('rounds', () => {
  test('one is due once in each span of time, and none before the first span is over', async () => {
    let now = 10_500;
    const work = rounds({ name: 'r', everyMs: 1000, now: () => new Date(now), run: async () => undefined });
    assert.deepEqual(await work.due(10), []);
    now = 11_000;
    assert.deepEqual(await work.due(10), ['round-11']);
    assert.deepEqual(await work.due(10), []);
    now = 14_999;
    assert.deepEqual(await work.due(10), ['round-14']);
  });
});
