// One long-running server of ours: started, waited for, watched.
import { mkdirSync, openSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startChild, stopChild } from './children.mjs';
import { Failure } from './failure.mjs';
import { pinnedNode, root } from './project.mjs';

// Objects of one request are young and soon gone: V8 would keep up to 100 MB of room for them.
const smallNursery = '--max-semi-space-size=8';
const preload = new URL('end-with-parent.mjs', import.meta.url).href;

/**
 * @typedef {object} Server
 * @property {string} name
 * @property {string} log path of its log, made anew at each start
 * @property {Promise<Failure>} ended comes if it ends before it is stopped
 * @property {() => Promise<void>} stop
 */

/**
 * @param {{ name: string, script: string, env: Record<string, string>, log: string, readyUrl: string }} options
 * @returns {Promise<Server>} when `readyUrl` answers 200
 */
export async function startServer({ name, script, env, log, readyUrl }) {
  mkdirSync(path.dirname(log), { recursive: true });
  const out = openSync(log, 'w');
  const child = startChild(pinnedNode, [smallNursery, '--import', preload, script], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', out, out, 'ipc'],
  });
  /** @type {Promise<Failure>} */
  const ended = new Promise((resolve) => {
    child.once('exit', (code, signal) => {
      const how = signal ? `was ended by ${signal}` : `ended with status ${code}`;
      resolve(new Failure(`The ${name} ${how}. The end of its log (${log}) is above.`, lastLines(log)));
    });
  });
  const failure = await Promise.race([ended, becomesReady(name, readyUrl, log)]);
  if (failure) {
    await stopChild(child);
    throw failure;
  }
  return { name, log, ended, stop: () => stopChild(child) };
}

/**
 * @param {string} name
 * @param {string} url
 * @param {string} log
 */
async function becomesReady(name, url, log) {
  const deadline = Date.now() + 60_000;
  while (Date.now() < deadline) {
    try {
      const response = await fetch(url, { signal: AbortSignal.timeout(2_000) });
      if (response.ok) return undefined;
    } catch {
      // Not listening yet.
    }
    await sleep(50);
  }
  return new Failure(
    `The ${name} was not ready within a minute. The end of its log (${log}) is above.`,
    lastLines(log),
  );
}

/** @param {string} log */
function lastLines(log) {
  return readFileSync(log, 'utf8').trimEnd().split('\n').slice(-30).join('\n');
}
