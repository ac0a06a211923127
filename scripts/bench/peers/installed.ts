/** Peers are installed from npm into a folder of their own beside the project, once: none of them is in our lock file. */
import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

interface Packages {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly overrides?: Readonly<Record<string, string>>;
}

/** PEERS_DIR: where they stand; else a folder that the system may clear. @returns the folder of that peer */
export async function installed(name: string, packages: Packages, say: (line: string) => void): Promise<string> {
  const folder = path.join(process.env['PEERS_DIR'] ?? path.join(tmpdir(), 'yiban-peers'), name);
  const wanted = JSON.stringify({ name: `peer-${name}`, private: true, ...packages });
  const done = path.join(folder, 'installed.json');
  if (existsSync(done) && readFileSync(done, 'utf8') === wanted) return folder;
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'package.json'), wanted);
  say(`${name} is installed into ${folder}, which takes minutes`);
  const args = ['install', '--no-audit', '--no-fund', '--ignore-scripts', '--legacy-peer-deps'];
  await promisify(execFile)('npm', args, { cwd: folder, maxBuffer: 64 * 1024 * 1024 });
  writeFileSync(done, wanted);
  return folder;
}
