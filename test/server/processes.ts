/** Processes of the product and of the sandbox. */
import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** @param script from the project's root, or a full path */
export function launch(script: string, env: NodeJS.ProcessEnv): ChildProcess {
  return watched(
    spawn(process.execPath, [path.resolve(root, script)], { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] }),
  );
}

/** A server that begins once its standard input says a line. */
export function launchStandby(env: NodeJS.ProcessEnv): ChildProcess {
  const args = ['--import', path.join(root, 'test/server/standby.ts'), path.join(root, 'bff/dist/main.js')];
  return watched(spawn(process.execPath, args, { cwd: root, env, stdio: ['pipe', 'pipe', 'pipe'] }));
}

function watched(child: ChildProcess): ChildProcess {
  // Shown when a test fails: what the server had to say.
  child.stderr?.on('data', (bytes: Buffer) => process.stderr.write(bytes));
  child.stdout?.resume();
  return child;
}

export async function answering(url: string, child: ChildProcess): Promise<void> {
  for (const until = Date.now() + 180_000; Date.now() < until;) {
    if (child.exitCode !== null || child.signalCode !== null)
      throw new Error(`the process for ${url} ended with ${child.exitCode ?? child.signalCode}`);
    const answer = await fetch(url).catch(() => undefined);
    if (answer?.ok === true) return;
    await new Promise((resume) => setTimeout(resume, 25));
  }
  throw new Error(`no answer from ${url}`);
}

export async function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const end = new Promise((resume) => child.once('exit', resume));
  child.kill(signal);
  await end;
}
