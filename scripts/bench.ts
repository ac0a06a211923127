/**
 * `npm run bench -- <set> [--json] [--sample N]`: measures a set of figures against their goals (goals.md). With --json one
 * JSON object a figure and nothing else on standard output; a table without. Ends with 1 when a goal is missed.
 */
import { parseArgs } from 'node:util';
import type { BenchSet, Figure } from './bench/figure.ts';

const sets: Readonly<Record<string, () => Promise<BenchSet>>> = {
  bff: async () => (await import('./bench/bff.ts')).measureBff,
  memory: async () => (await import('./bench/memory.ts')).measureMemory,
  miniapp: async () => (await import('./bench/miniapp.ts')).measureMiniapp,
  peers: async () => (await import('./bench/peers.ts')).measurePeers,
  start: async () => (await import('./bench/start.ts')).measureStart,
  growth: async () => (await import('./bench/growth.ts')).measureGrowth,
  photos: async () => (await import('./bench/photos.ts')).measurePhotos,
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean', default: false }, sample: { type: 'string' } },
});
const set = sets[positionals[0] ?? ''];
if (set === undefined) {
  console.error(`usage: npm run bench -- <${Object.keys(sets).join(' | ')}> [--json] [--sample N]`);
  process.exit(2);
}
const measure = await set();
const figures = await measure({
  sample: values.sample === undefined ? null : Number(values.sample),
  say: (line) => process.stderr.write(`${line}\n`),
});
process.stdout.write(values.json ? figures.map((figure) => `${JSON.stringify(figure)}\n`).join('') : table(figures));
process.exitCode = figures.some(({ met }) => met === false) ? 1 : 0;

function table(rows: readonly Figure[]): string {
  const width = Math.max(...rows.map(({ name }) => name.length));
  const mark = (met: boolean | null): string => (met === null ? ' ' : met ? '✓' : '✗');
  return rows
    .map(({ name, value, unit, goal, met }) =>
      `${mark(met)} ${name.padEnd(width)}  ${String(value).padStart(8)} ${unit.padEnd(8)} ${goal ?? ''}`
        .trimEnd()
        .concat('\n'),
    )
    .join('');
}
