/** The gallery of components (YIBAN_GALLERY=1), built when a source is newer than the last build. */
import { execFile } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';

const MINIAPP = path.join(import.meta.dirname, '../miniapp');
const SOURCES = ['src', 'config', 'types', 'native', 'package.json', 'babel.config.js', 'project.config.json'];
const BUILT = { h5: 'index.html', weapp: 'app.json' } as const;

export async function buildGallery(target: 'h5' | 'weapp'): Promise<string> {
  const dir = path.join(MINIAPP, `dist/gallery-${target}`);
  const built = path.join(dir, BUILT[target]);
  if (!existsSync(built) || statSync(built).mtimeMs < newestSource()) await build(target);
  return dir;
}

async function build(target: 'h5' | 'weapp'): Promise<void> {
  const taro = path.join(MINIAPP, 'node_modules/@tarojs/cli/bin/taro');
  const options = { cwd: MINIAPP, env: { ...process.env, YIBAN_GALLERY: '1' } };
  try {
    await promisify(execFile)(process.execPath, [taro, 'build', '--type', target], options);
  } catch (error) {
    // Taro writes its errors to standard output, behind a progress bar redrawn a hundred times.
    const output = error instanceof Error && 'stdout' in error ? String(error.stdout) : String(error);
    throw new Error(`The gallery did not build for ${target}:\n${output.slice(output.lastIndexOf('Webpack')).trim()}`, {
      cause: error,
    });
  }
}

function newestSource(): number {
  return Math.max(...SOURCES.map((source) => newestIn(path.join(MINIAPP, source))));
}

function newestIn(file: string): number {
  const stat = statSync(file);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(stat.mtimeMs, ...readdirSync(file).map((child) => newestIn(path.join(file, child))));
}
