// The steps of `npm test`, in their order.
import { readdirSync } from 'node:fs';
import { ensureBrowser } from './browser.mjs';
import { build, isBuilt } from './builds.mjs';
import { run } from './command.mjs';
import { installDependencies } from './dependencies.mjs';
import { explain } from './failure.mjs';
import { startMariaDb } from './mariadb.mjs';
import { runNodeTests } from './node-tests.mjs';
import { inProject, pinnedNode } from './project.mjs';
import { ensureRedis } from './redis.mjs';
import { withSetUpLock } from './set-up-lock.mjs';

/**
 * @typedef {object} Outcome
 * @property {boolean} ok
 * @property {string} [output] shown when it failed
 * @property {Record<string, string>} [env] what the steps after it find in their environment
 * @property {{ passed: number, failed: number }} [counts] of tests
 */

/**
 * @typedef {object} Step
 * @property {string} name
 * @property {string[]} requires steps without which it cannot run
 * @property {boolean} [essential] nothing is worth running after it failed
 * @property {(env: Record<string, string>) => Promise<Outcome>} run
 */

/** @param {string | undefined} only @returns {Step[]} */
export function selectSteps(only) {
  const all = allSteps();
  if (only === undefined) return all;
  const wanted = new Set(all.filter(({ name }) => name.includes(only)).map(({ name }) => name));
  // Whatever a step requires stands before it.
  for (const { name, requires } of all.toReversed()) {
    if (wanted.has(name)) requires.forEach((other) => wanted.add(other));
  }
  return all.filter(({ name }) => wanted.has(name));
}

/** @returns {Step[]} */
function allSteps() {
  return [
    { name: 'install', requires: [], essential: true, run: () => attempt(() => withSetUpLock(installDependencies)) },
    check('format', ['node_modules/prettier/bin/prettier.cjs', '--check', '--log-level=warn', '.']),
    check('lint', [
      'node_modules/oxlint/bin/oxlint',
      '--type-aware',
      '--deny-warnings',
      '--report-unused-disable-directives',
    ]),
    check(
      'types',
      ...['shared-types', 'bff', 'scripts', 'test', 'miniapp', 'miniapp/offline', 'miniapp/tsconfig.weapp.json'].map(
        compile,
      ),
    ),
    check('rules', ['node_modules/dependency-cruiser/bin/dependency-cruiser.mjs', ...ruled]),
    check('dead-code', ['node_modules/knip/bin/knip.js']),
    buildStep('bff'),
    { name: 'services', requires: ['install'], essential: true, run: startServices },
    tests('bff-specs', ['bff/dist/**/*.spec.js'], ['bff-build', 'services'], 300_000),
    buildStep('h5'),
    buildStep('weapp'),
    ...testFolders().map((folder) =>
      tests(
        `test/${folder}`,
        [`test/${folder}/**/*.test.ts`],
        ['bff-build', 'h5-build', 'weapp-build', 'services'],
        1_200_000,
      ),
    ),
  ];
}

const ruled = ['--config', '.dependency-cruiser.mjs', 'bff/src', 'miniapp/src', 'shared-types/src', 'scripts', 'test'];

/** @param {string} project */
const compile = (project) => ['node_modules/typescript/bin/tsc', '--noEmit', '-p', project];

/**
 * A check: one or several commands of a tool on the pinned Node, all of them run.
 *
 * @param {string} name
 * @param {string[][]} commands
 * @returns {Step}
 */
function check(name, ...commands) {
  return {
    name,
    requires: ['install'],
    run: async () => {
      const results = [];
      for (const args of commands) results.push(await run(pinnedNode, args));
      return { ok: results.every(({ ok }) => ok), output: results.map(({ output }) => output).join('') };
    },
  };
}

/** @param {import('./builds.mjs').BuildId} id @returns {Step} */
function buildStep(id) {
  return {
    name: `${id}-build`,
    requires: ['install'],
    run: () => attempt(() => withSetUpLock(async () => (isBuilt(id) ? undefined : build(id)))),
  };
}

/**
 * @param {string} name
 * @param {string[]} files
 * @param {string[]} requires
 * @param {number} timeout
 * @returns {Step}
 */
function tests(name, files, requires, timeout) {
  return { name, requires: ['install', ...requires], run: (env) => runNodeTests({ name, files, timeout, env }) };
}

/** A folder of test/ that holds tests is a step of its own. */
function testFolders() {
  return readdirSync(inProject('test'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .filter((folder) =>
      readdirSync(inProject('test', folder), { recursive: true }).some((file) => String(file).endsWith('.test.ts')),
    )
    .toSorted();
}

/** @returns {Promise<Outcome>} */
async function startServices() {
  try {
    const CHROMIUM_PATH = await ensureBrowser();
    const TEST_MYSQL_URL = await startMariaDb();
    const REDIS_PROGRAM = await ensureRedis();
    return { ok: true, env: { CHROMIUM_PATH, TEST_MYSQL_URL, REDIS_PROGRAM } };
  } catch (error) {
    return { ok: false, output: explain(error) };
  }
}

/** @param {() => Promise<unknown>} work @returns {Promise<Outcome>} */
async function attempt(work) {
  try {
    await work();
    return { ok: true };
  } catch (error) {
    return { ok: false, output: explain(error) };
  }
}
