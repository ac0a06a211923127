// Every program that the scripts start, so that all of them, and nothing else, end with the script.
import { spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();

/**
 * Starts a program as the leader of its own process group: Ctrl-C in the terminal reaches this script alone, which then
 * stops what it started, in its own order and with everything that those programs started themselves.
 *
 * @param {string} program
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} options
 */
export function startChild(program, args, options) {
  const child = spawn(program, args, { ...options, detached: true });
  running.add(child);
  const forget = () => running.delete(child);
  child.once('exit', forget);
  child.once('error', forget);
  return child;
}

/**
 * Asks a child and its group to end, and after `patience` milliseconds makes them.
 *
 * @param {import('node:child_process').ChildProcess} child
 * @param {number} [patience]
 */
export async function stopChild(child, patience = 10_000) {
  if (!isRunning(child)) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  signalGroup(child, 'SIGTERM');
  await Promise.race([ended, sleep(patience, undefined, { ref: false })]);
  if (!isRunning(child)) return;
  signalGroup(child, 'SIGKILL');
  await ended;
}

export async function stopAllChildren() {
  await Promise.all([...running].map((child) => stopChild(child)));
}

/** @param {import('node:child_process').ChildProcess} child */
function isRunning(child) {
  return child.pid !== undefined && child.exitCode === null && child.signalCode === null;
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @param {NodeJS.Signals} signal
 */
function signalGroup(child, signal) {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, signal);
  } catch {
    // The group has ended between the look and the signal.
  }
}
