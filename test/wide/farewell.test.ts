/** A process that is asked to end, as a rolling start does it. */
import assert from 'node:assert/strict';
import { Agent, request } from 'node:http';
import { after, describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { CitizenClient } from '../../scripts/client/citizen.ts';
import { startWide } from '../server/wide-product.ts';

describe('a process that is asked to end', async () => {
  const product = await startWide({ web: 1, workers: 0, env: { LOG_LEVEL: 'error' } });
  const agent = new Agent({ keepAlive: true });
  after(async () => {
    agent.destroy();
    await product.stop();
  });
  const [web] = product.processes;
  assert.ok(web !== undefined);

  test('answers what is under way, and does not wait for the connection over which it was asked', async () => {
    const citizen = await CitizenClient.scanned(web.url, product.sandboxUrl, 'retiree-gansu');
    await product.misbehave({ mode: 'latency', ms: 2000 });
    const answered = new Promise<number | undefined>((resolve, reject) => {
      const headers = { authorization: `Bearer ${citizen.api.token}` };
      request(`${web.url}/api/v1/me/enrolments`, { agent, headers }, (answer) => {
        answer.resume().once('end', () => resolve(answer.statusCode));
      })
        .once('error', reject)
        .end();
    });
    await sleep(500);
    const from = performance.now();
    const [status] = await Promise.all([answered, web.stop()]);
    assert.equal(status, 200);
    assert.ok(performance.now() - from < 20_000, `it took ${Math.round(performance.now() - from)} ms`);
  });
});
