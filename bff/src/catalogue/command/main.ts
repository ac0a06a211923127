/**
 * `npm run catalogue -- check`               faults by file and line; what each region offers and lacks, with reasons
 * `npm run catalogue -- diff 620000 140825`  two regions side by side
 * `npm run catalogue -- notes`               the seeds' disagreements and faults, and what was decided
 */
import path from 'node:path';
import { CatalogueError, loadCatalogue, type CatalogueData } from '../catalogue.loader.js';
import { differences } from './differences.js';
import { collectedNotes } from './notes.js';
import { offerings } from './offering.js';
import { padded, sideBySide } from './side-by-side.js';

const folder = path.resolve(process.env['CATALOGUE_DIR'] ?? path.join(import.meta.dirname, '../../../catalogue'));
const width = Math.max(80, process.stdout.columns ?? 120);

// The reader may have seen enough: `… | head`.
process.stdout.once('error', () => process.exit());
process.exitCode = run(process.argv.slice(2));

function run([command = 'check', ...rest]: readonly string[]): number {
  try {
    if (command === 'check' && rest.length === 0) {
      const start = { wall: performance.now(), processor: process.cpuUsage() };
      const data = loadCatalogue(folder);
      const { user, system } = process.cpuUsage(start.processor);
      return check(data, { wall: performance.now() - start.wall, processor: (user + system) / 1000 });
    }
    if (command === 'diff' && rest.length === 2) return diff(loadCatalogue(folder), rest);
    if (command === 'notes' && rest.length === 0) return notes(loadCatalogue(folder));
  } catch (error) {
    if (!(error instanceof CatalogueError)) throw error;
    for (const { file, line, message } of error.faults) say(`${file}:${line}  ${message}`);
    say(`\n✗ ${error.faults.length} fault(s). The product will not start until they are mended.`);
    return 1;
  }
  say('usage: npm run catalogue -- check | diff <region> <region> | notes');
  return 2;
}

/** `wall` and `processor` are milliseconds; on a busy machine the load waits for its turn, and only the second is its own. */
function check(data: CatalogueData, { wall, processor }: { wall: number; processor: number }): number {
  for (const { region, name, offered, missing, baseOnly } of offerings(data, path.relative(process.cwd(), folder))) {
    say(`${region} ${name}: ${offered} of ${data.base.length} items`);
    for (const { id, reason } of missing) say(`  – ${padded(id, 24)} ${reason}`);
    if (baseOnly.length > 0) say(`  · from the base alone: ${baseOnly.join(', ')}`);
  }
  const everywhere = new Set([...data.regions.values()].flatMap(({ items }) => [...items.keys()]));
  const nowhere = data.base.filter(({ id }) => !everywhere.has(id));
  for (const { id } of nowhere) say(`✗ ${id} is offered in no region`);
  say(`\n${everywhere.size}/${data.base.length} items are offered somewhere; no faults in the files.`);
  say(`Loaded in ${wall.toFixed(0)} ms, ${processor.toFixed(0)} ms of them at work (goal at start: 300 ms).`);
  return nowhere.length === 0 ? 0 : 1;
}

function diff(data: CatalogueData, codes: readonly string[]): number {
  const [left, right] = codes.map((code) => data.regions.get(code));
  if (left === undefined || right === undefined) {
    say(`There are the regions ${[...data.regions.keys()].join(', ')}.`);
    return 2;
  }
  const found = differences(left, right);
  let of = '';
  for (const one of found) {
    if (one.of !== of) say(`\n━━ ${one.of}`);
    of = one.of;
    say(`  ${one.field}`);
    say(sideBySide(one.left, one.right, width));
  }
  say(`\n${found.length} differences between ${left.region.name} and ${right.region.name}.`);
  return 0;
}

function notes(data: CatalogueData): number {
  const all = collectedNotes(data);
  for (const { source, items, regions, found, decided } of all) {
    say(`${source}  ${items.join(', ')}  (${regions.join(', ')})`);
    say(`  看到：${found}`);
    say(`  决定：${decided}\n`);
  }
  say(`${all.length} notes.`);
  return 0;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
