/**
 * `npm run bench -- start [--sample N]`: from the start of the process to its first 200 of /health/ready, over data that
 * is there (warm), the median of nine starts (or N) on each database; and how long the catalogue of it takes.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../../test/server/free-port.ts';
import { ended, launch, root } from '../../test/server/processes.ts';
import { temporarySchema } from '../../test/server/temporary-schema.ts';
import { atMost, withoutGoal, type BenchOptions, type Figure } from './figure.ts';
import { median } from './load.ts';

const goals = { ready: 1500, catalogue: 300 } as const;

export async function measureStart({ sample, say }: BenchOptions): Promise<readonly Figure[]> {
  const starts = sample ?? 9;
  const folder = mkdtempSync(path.join(tmpdir(), 'yiban-start-'));
  const schema = await temporarySchema();
  try {
    const figures: Figure[] = [];
    for (const [name, database] of Object.entries({ SQLite: {}, MariaDB: { MYSQL_URL: schema.url } })) {
      const port = await freePort();
      const env = {
        ...process.env,
        ...database,
        PORT: String(port),
        HOST: '127.0.0.1',
        DATA_DIR: path.join(folder, name),
        OFFICERS_FILE: path.join(root, 'scripts/sandbox/officers.json'),
        LOG_LEVEL: 'warn',
      };
      const first = await startMs(env, port);
      const warm: number[] = [];
      for (let start = 0; start < starts; start += 1) warm.push(await startMs(env, port));
      say(`${name}: first ${Math.round(first)} ms, then ${warm.map(Math.round).join(', ')} ms`);
      figures.push(
        withoutGoal(`start, first of all, on ${name}`, first, 'ms'),
        atMost(`start, warm: ready to answer, on ${name}, median of ${starts}`, median(warm), 'ms', goals.ready),
      );
    }
    const catalogue = Array.from({ length: starts }, catalogueMs);
    return [
      ...figures,
      atMost(`start, warm: catalogue, median of ${starts}`, median(catalogue), 'ms', goals.catalogue),
    ];
  } finally {
    await schema.drop();
    rmSync(folder, { recursive: true });
  }
}

async function startMs(env: NodeJS.ProcessEnv, port: number): Promise<number> {
  const from = performance.now();
  const child = launch('bff/dist/main.js', env);
  try {
    for (;;) {
      if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}`);
      const answer = await fetch(`http://127.0.0.1:${port}/health/ready`).catch(() => null);
      if (answer?.ok === true) return performance.now() - from;
      await sleep(5);
    }
  } finally {
    await ended(child, 'SIGTERM');
  }
}

/** Loaded by a process that has loaded nothing yet, as at a start; its modules not counted, which are the server's own. */
function catalogueMs(): number {
  const service = path.join(root, 'bff/dist/catalogue/catalogue.service.js');
  const script = `const { CatalogueService } = await import(${JSON.stringify(service)});
    const from = performance.now();
    CatalogueService.load(${JSON.stringify(path.join(root, 'bff/catalogue'))});
    console.log(performance.now() - from);`;
  return Number(execFileSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' }));
}
