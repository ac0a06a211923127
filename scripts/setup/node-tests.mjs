// One run of Node's own test runner, and what it counted.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { run } from './command.mjs';
import { cache, inProject, pinnedNode } from './project.mjs';

const reporter = inProject('scripts/setup/test-reporter.mjs');

/**
 * @param {{ name: string, files: string[], timeout: number, env: Record<string, string> }} options
 * @returns {Promise<import('./test-steps.mjs').Outcome>} ok when every test ran and passed, and there was one
 */
export async function runNodeTests({ name, files, timeout, env }) {
  const place = path.join(cache, 'test', name);
  const log = `${place}.log`;
  const totals = `${place}.totals`;
  mkdirSync(path.dirname(place), { recursive: true });
  rmSync(totals, { force: true });

  const { ok } = await run(
    pinnedNode,
    [
      '--enable-source-maps',
      '--test',
      '--test-concurrency=2',
      `--test-timeout=${timeout}`,
      `--test-reporter=${reporter}`,
      '--test-reporter-destination=stdout',
      '--test-reporter=spec',
      `--test-reporter-destination=${log}`,
      ...files,
    ],
    { env: { ...env, TEST_TOTALS_FILE: totals }, show: true },
  );
  const { passed, failed, left } = readTotals(totals);
  const problem =
    passed + failed + left === 0
      ? 'No test was found.'
      : left > 0
        ? `Tests skipped, left as todo or cancelled: ${left}. Each must run.`
        : '';
  return {
    ok: ok && problem === '',
    output: `${failuresIn(log)}\n${problem}`.trim(),
    counts: { passed, failed: Math.max(failed + left, ok ? 0 : 1) },
  };
}

/** @param {string} file written by the reporter: absent when the runner broke */
function readTotals(file) {
  const [passed = 0, failed = 0, left = 0] = existsSync(file) ? readFileSync(file, 'utf8').split(' ').map(Number) : [];
  return { passed, failed, left };
}

/** The part of the spec reporter's text that tells of failures, or all of it when the runner itself broke. @param {string} log */
function failuresIn(log) {
  const text = readFileSync(log, 'utf8');
  const start = text.indexOf('✖ failing tests:');
  return start === -1 ? text : text.slice(start);
}
