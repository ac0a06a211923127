// One set-up at a time in a work tree: a second `npm start` waits for the first instead of building over it.
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { cache } from './project.mjs';

const lock = path.join(cache, 'set-up.lock');

/**
 * @template T
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withSetUpLock(work) {
  await acquire();
  process.once('exit', release);
  try {
    return await work();
  } finally {
    process.off('exit', release);
    release();
  }
}

async function acquire() {
  mkdirSync(cache, { recursive: true });
  for (let told = false; !tryToTake(); await sleep(300)) {
    const holder = readHolder();
    if (holder !== undefined && !isAlive(holder)) clearAfter(holder);
    else if (!told && holder !== undefined) {
      console.log(`Another command (process ${holder}) is setting up in this folder: waiting for it to finish.`);
      told = true;
    }
  }
}

/** A hard link to a complete file either appears or fails: nobody ever reads a lock without its holder in it. */
function tryToTake() {
  const mine = `${lock}.${process.pid}`;
  writeFileSync(mine, String(process.pid));
  try {
    linkSync(mine, lock);
    return true;
  } catch {
    return false;
  } finally {
    rmSync(mine, { force: true });
  }
}

function readHolder() {
  try {
    return Number(readFileSync(lock, 'utf8'));
  } catch {
    return undefined;
  }
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: alive, and someone else's.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/**
 * Of several that find the same dead holder one moves the lock away; one that moved a lock taken in between puts it back.
 *
 * @param {number} deadHolder
 */
function clearAfter(deadHolder) {
  const aside = `${lock}.left-by-${deadHolder}.${process.pid}`;
  try {
    renameSync(lock, aside);
    if (Number(readFileSync(aside, 'utf8')) !== deadHolder) linkSync(aside, lock);
  } catch {
    // Another waiter was quicker.
  } finally {
    rmSync(aside, { force: true });
  }
}

function release() {
  if (readHolder() === process.pid) rmSync(lock, { force: true });
}
