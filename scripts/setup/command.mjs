// One command, run to its end.
import { startChild } from './children.mjs';
import { root } from './project.mjs';

/**
 * @typedef {object} CommandOptions
 * @property {string} [cwd]
 * @property {Record<string, string | undefined>} [env] added to this process's own
 * @property {boolean} [show] print as it runs, instead of only keeping what is printed
 */

/**
 * @typedef {object} CommandResult
 * @property {boolean} ok
 * @property {string} output standard output and error, in the order they came; empty when shown
 */

/**
 * @param {string} program
 * @param {string[]} args
 * @param {CommandOptions} [options]
 * @returns {Promise<CommandResult>}
 */
export function run(program, args, { cwd = root, env = {}, show = false } = {}) {
  return new Promise((resolve) => {
    const child = startChild(program, args, {
      cwd,
      // What is kept is shown later, perhaps in a file: no colours in it.
      env: { ...process.env, NO_COLOR: '1', ...env },
      stdio: ['ignore', show ? 'inherit' : 'pipe', show ? 'inherit' : 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text) => (output += text));
    }
    child.once('error', (error) => resolve({ ok: false, output: `${program}: ${error.message}` }));
    child.once('close', (code) => resolve({ ok: code === 0, output }));
  });
}
