// What every command of ours does around its work: ends when asked to, explains a failure, leaves nothing running.
import { stopAllChildren } from './children.mjs';
import { explain } from './failure.mjs';

/**
 * @param {() => Promise<number>} work returns the exit status
 * @param {() => Promise<number>} [stop] what to do on Ctrl-C, `kill`, or the terminal closing
 */
export async function runCommandLine(work, stop = stopQuietly) {
  let asked = false;
  /** @type {NodeJS.Signals[]} */
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of signals) {
    process.on(signal, () => {
      if (asked) return;
      asked = true;
      void stop().then((status) => process.exit(status));
    });
  }
  const status = await attempt(work, () => asked);
  // A child that ended because all were asked to is no failure: then `stop` ends this process.
  if (asked) return;
  await stopAllChildren();
  process.exit(status);
}

/**
 * @param {() => Promise<number>} work
 * @param {() => boolean} asked
 */
async function attempt(work, asked) {
  try {
    return await work();
  } catch (error) {
    if (!asked()) console.error(`\n${explain(error)}`);
    return 1;
  }
}

async function stopQuietly() {
  await stopAllChildren();
  return 130;
}
