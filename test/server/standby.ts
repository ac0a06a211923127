/**
 * Loaded into a server that stands by: it has read its modules, and begins when its standard input says a line. So one
 * that is killed is followed at once by the next, which starts as every server does but for the reading of modules.
 */
import { enableCompileCache } from 'node:module';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { isMainThread } from 'node:worker_threads';
import { root } from './processes.ts';

// The server's own threads are given this module, too.
if (isMainThread) await standBy();

async function standBy(): Promise<void> {
  const server = path.join(root, 'bff/dist');
  enableCompileCache(path.join(server, '.compiled'));
  await import(path.join(server, 'serve.js'));
  const lines = createInterface(process.stdin);
  const begun = await new Promise<boolean>((resolve) => {
    lines.once('line', () => {
      resolve(true);
    });
    lines.once('close', () => {
      resolve(false);
    });
  });
  lines.close();
  process.stdin.destroy();
  // Whoever held the other end is gone.
  if (!begun) process.exit(0);
}
