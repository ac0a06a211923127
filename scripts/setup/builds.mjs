// The three things built from source, each made anew only when something it is made of has changed.
import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import { run } from './command.mjs';
import { Failure } from './failure.mjs';
import { cache, inProject, pinnedNode } from './project.mjs';
import { hashInputs, isStamped, writeStamp } from './stamp.mjs';

/**
 * @typedef {object} Build
 * @property {string} name what a person calls it
 * @property {string} about how long it takes on two cores
 * @property {string} output folder, made anew
 * @property {string} product a file that is there when it was built
 * @property {string[]} inputs
 * @property {string} program the package's script, run by the pinned Node
 * @property {string[]} args
 * @property {string} cwd
 */

const everywhere = ['pnpm-lock.yaml', 'tsconfig.base.json', 'shared-types/src'];
const miniappInputs = [
  ...everywhere,
  'miniapp/package.json',
  'miniapp/tsconfig.json',
  'miniapp/babel.config.js',
  'miniapp/project.config.json',
  'miniapp/config',
  'miniapp/native',
  'miniapp/offline',
  'miniapp/types',
  'miniapp/src',
];

/** @param {'h5' | 'weapp'} target */
const taro = (target) => ({
  output: `miniapp/dist/${target}`,
  inputs: miniappInputs,
  program: 'miniapp/node_modules/@tarojs/cli/bin/taro',
  args: ['build', '--type', target],
  cwd: 'miniapp',
});

/** @satisfies {Record<string, Build>} */
export const builds = {
  bff: {
    name: 'server (BFF)',
    about: '10 seconds',
    output: 'bff/dist',
    product: 'bff/dist/main.js',
    inputs: [...everywhere, 'bff/package.json', 'bff/tsconfig.json', 'bff/src', 'scripts/setup/build-server.mjs'],
    program: 'scripts/setup/build-server.mjs',
    args: [],
    cwd: '.',
  },
  h5: { name: 'browser build (H5)', about: '40 seconds', product: 'miniapp/dist/h5/index.html', ...taro('h5') },
  weapp: {
    name: 'WeChat build (weapp)',
    about: '20 seconds',
    product: 'miniapp/dist/weapp/app.json',
    ...taro('weapp'),
  },
};

/** @typedef {keyof typeof builds} BuildId */

/** @param {BuildId} id */
const stampOf = (id) => path.join(cache, 'built', id);

/** @param {BuildId} id */
export function isBuilt(id) {
  return existsSync(inProject(builds[id].product)) && isStamped(stampOf(id), hashOf(id));
}

/** @param {BuildId} id */
export async function build(id) {
  const { name, output, product, program, args, cwd } = builds[id];
  // Taken first: a file changed during the build makes the next one run again.
  const hash = hashOf(id);
  rmSync(inProject(output), { recursive: true, force: true });
  const result = await run(pinnedNode, [inProject(program), ...args], {
    cwd: inProject(cwd),
    env: { NODE_ENV: 'production' },
  });
  if (!result.ok || !existsSync(inProject(product))) {
    throw new Failure(`The ${name} was not built; what the compiler said is above.`, result.output);
  }
  writeStamp(stampOf(id), hash);
}

/**
 * Files, and the settings that miniapp/config/index.ts reads from the environment.
 *
 * @param {BuildId} id
 */
function hashOf(id) {
  const names = Object.keys(process.env).filter((name) => name.startsWith('YIBAN_'));
  const settings = names.toSorted().map((name) => `${name}=${process.env[name]}`);
  return [hashInputs(builds[id].inputs), ...settings].join('\n');
}
