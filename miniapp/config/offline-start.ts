/**
 * Writes the browser build's `service-worker.js`: the worker of `offline/` with the names of the files that this build is
 * made of. The officers' pages are not kept: they are of no use without a network.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Chunk, Compiler } from 'webpack';

const PLUGIN = 'OfflineStart';
const OFFICERS_ONLY = /packages\/(agency|gallery)\//;

export class OfflineStart {
  apply(compiler: Compiler): void {
    const { Compilation, sources } = compiler.webpack;
    compiler.hooks.thisCompilation.tap(PLUGIN, (compilation) => {
      const stage = Compilation.PROCESS_ASSETS_STAGE_REPORT;
      compilation.hooks.processAssets.tap({ name: PLUGIN, stage }, () => {
        const officers = new Set<string>();
        const citizens = new Set<string>();
        for (const chunk of compilation.chunks)
          for (const file of chunk.files) (isOfficersOnly(chunk) ? officers : citizens).add(file);
        const files = [...citizens].filter((file) => /^(js|css)\/.*\.(js|css)$/.test(file) && !officers.has(file));
        const build = { files: ['./', ...[...files].sort().map((file) => `./${file}`)] };
        const worker = readFileSync(path.resolve(__dirname, '../offline/service-worker.js'), 'utf8');
        const page = compilation.getAsset('index.html')?.source.source() ?? '';
        const version = createHash('sha256').update(JSON.stringify(build)).update(page).update(worker).digest('hex');
        const head = `const BUILD = ${JSON.stringify({ version: version.slice(0, 12), ...build })};\n`;
        compilation.emitAsset('service-worker.js', new sources.RawSource(head + worker));
      });
    });
  }
}

function isOfficersOnly(chunk: Chunk): boolean {
  const origins = [...chunk.groupsIterable].flatMap((group) => group.origins);
  return origins.length > 0 && origins.every(({ request }) => OFFICERS_ONLY.test(request ?? ''));
}
