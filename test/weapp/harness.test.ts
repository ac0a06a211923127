import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { openWeapp } from './open-weapp.ts';

const distDir = path.join(import.meta.dirname, '../../miniapp/dist/weapp');
const nowhere = 'http://127.0.0.1:9';

test('the front page shows and nothing complains', async () => {
  await using weapp = await openWeapp({ distDir, apiBase: nowhere });
  await weapp.waitFor('医保易办');
  assert.equal(await weapp.page(), 'pages/home/index');
  assert.deepEqual(weapp.problems, []);
});
