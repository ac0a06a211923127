/**
 * Puts one small fault after the other into the compiled rules, deadlines and sums of money, and runs the specs that are
 * to notice. Prints what none noticed; ends with 1 where fewer than 85 of 100 were. ONLY: a part of a file's name.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { mutantsOf } from './mutation/mutants.ts';

const root = path.join(import.meta.dirname, '..');
const dist = path.join(root, 'bff/dist');
const hook = pathToFileURL(path.join(import.meta.dirname, 'mutation/replaced-module.mjs')).href;
/** A fault that never ends is one that is noticed. */
const patienceMs = 20_000;
const goal = 0.85;

/** Each file with the specs that say what it is to do. */
const judged: readonly (readonly [file: string, ...specs: readonly string[]])[] = [
  ['cases/transitions', 'cases/transitions'],
  ['cases/flow', 'cases/transitions'],
  ['cases/deadlines', 'cases/deadlines'],
  ['cases/checks', 'cases/checks'],
  ['cases/office/settlements', 'cases/office/settlements'],
  ['cases/maternity-allowance', 'cases/maternity-allowance'],
  ['documents/capital-amount', 'documents/capital-amount'],
];

const folder = mkdtempSync(path.join(tmpdir(), 'yiban-mutation-'));
let all = 0;
let noticed = 0;
for (const [file, ...specs] of judged) {
  if (!file.includes(process.env['ONLY'] ?? '')) continue;
  const compiled = path.join(dist, `${file}.js`);
  const source = readFileSync(compiled, 'utf8');
  const mutants = mutantsOf(source);
  if (await isNoticed(compiled, source, specs)) throw new Error(`the specs of ${file} fail without a fault`);
  const survivors: string[] = [];
  for (const mutant of mutants) {
    if (await isNoticed(compiled, mutant.source, specs)) continue;
    survivors.push(
      `  ${mutant.line}: ${mutant.before.trim()} → ${mutant.after.trim()}  in  ${lineOf(source, mutant.line)}`,
    );
  }
  all += mutants.length;
  noticed += mutants.length - survivors.length;
  console.log(`${file}: ${mutants.length - survivors.length} of ${mutants.length} noticed`);
  for (const survivor of survivors) console.log(survivor);
}
rmSync(folder, { recursive: true });
console.log(`${noticed} of ${all} faults noticed: ${((100 * noticed) / all).toFixed(1)} %`);
process.exitCode = noticed / all >= goal ? 0 : 1;

async function isNoticed(compiled: string, source: string, specs: readonly string[]): Promise<boolean> {
  const file = path.join(folder, 'mutant.js');
  writeFileSync(file, source);
  for (const spec of specs) {
    const child = spawn(process.execPath, ['--import', hook, path.join(dist, `${spec}.spec.js`)], {
      env: { ...process.env, MUTANT_URL: pathToFileURL(compiled).href, MUTANT_SOURCE: file },
      stdio: 'ignore',
      timeout: patienceMs,
      killSignal: 'SIGKILL',
    });
    const code = await new Promise((resolve) => {
      child.once('exit', resolve);
    });
    if (code !== 0) return true;
  }
  return false;
}

function lineOf(source: string, line: number): string {
  return (source.split('\n')[line - 1] ?? '').trim();
}
