/** The folder that goes to WeChat: complete, in size, and free of what WeChat refuses. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { openWeapp } from './open-weapp.ts';
import { filesUnder, packDist } from './pack-dist.ts';

const distDir = path.join(import.meta.dirname, '../../miniapp/dist/weapp');
const MEGABYTE = 1024 * 1024;
/** goals.md; the platform's own limit is 2 MB each. */
const LARGEST_MAIN = 1.0 * MEGABYTE;
const LARGEST_SUB_PACKAGE = 0.6 * MEGABYTE;

const files = filesUnder(distDir);
const read = (file: string) => readFileSync(path.join(distDir, file), 'utf8');
const app = JSON.parse(read('app.json')) as { subPackages: { root: string; pages: string[] }[] } & Record<
  string,
  unknown
>;
const scripts = files.filter((file) => file.endsWith('.js'));

test('every page of app.json has its script, template and config', () => {
  const { pages } = packDist(distDir).app;
  const missing = pages.flatMap((page) =>
    ['js', 'json', 'wxml'].map((kind) => `${page}.${kind}`).filter((file) => !existsSync(path.join(distDir, file))),
  );
  assert.deepEqual(missing, []);
});

test('DevTools finds a project with a test appid, and the privacy check is on', () => {
  const project = JSON.parse(read('project.config.json')) as { miniprogramRoot: string; appid: string };
  assert.equal(project.miniprogramRoot, './');
  assert.equal(project.appid, 'touristappid');
  assert.equal(app.__usePrivacyCheck__, true);
});

test('every script is a script', () => {
  // Node takes a file for a module where a package.json above says so; WeChat runs them as scripts.
  for (const file of scripts) {
    execFileSync(process.execPath, ['--check', '--input-type=commonjs', '-'], { input: read(file) });
  }
});

test('no script makes code from strings', () => {
  // The one that webpack and lodash try inside a `try`, after `globalThis`, to find the global object.
  const looksForGlobal = /(new )?Function\((["'`])return this\2\)\(\)/g;
  const found = scripts.filter((file) => /\beval\(|\bFunction\(["'`]/.test(read(file).replace(looksForGlobal, '')));
  assert.deepEqual(found, []);
});

test('main package and sub-packages keep to their sizes', () => {
  const roots = app.subPackages.map(({ root }) => root);
  const size = (belongs: (file: string) => boolean) =>
    files.filter(belongs).reduce((sum, file) => sum + statSync(path.join(distDir, file)).size, 0);
  const main = size((file) => !roots.some((root) => file.startsWith(`${root}/`)));
  assert.ok(main <= LARGEST_MAIN, `main package: ${main} bytes`);
  for (const root of roots) {
    const bytes = size((file) => file.startsWith(`${root}/`));
    assert.ok(bytes <= LARGEST_SUB_PACKAGE, `${root}: ${bytes} bytes`);
  }
});

test('neither source maps nor the gallery are shipped', () => {
  assert.deepEqual(
    files.filter((file) => file.endsWith('.map') || file.includes('gallery')),
    [],
  );
});

test('every page opens, without a network too, and keeps to the limits of nodes and setData', async () => {
  for (const page of packDist(distDir).app.pages) {
    await using weapp = await openWeapp({ distDir, apiBase: 'http://127.0.0.1:9', url: `/${page}` });
    // The telephone stands on every citizen's page; an officer's first page is the login.
    await weapp.waitFor(page.startsWith('packages/agency/') ? '经办' : '12393');
    const { nodes, depth, children } = await weapp.counts();
    assert.ok(nodes <= 1000 && depth <= 30 && children <= 60, `${page}: ${JSON.stringify({ nodes, depth, children })}`);
    assert.ok((await weapp.bytes()) <= 64 * 1024, `${page}: ${await weapp.bytes()} bytes of setData`);
    assert.deepEqual(weapp.problems, [], page);
  }
});
