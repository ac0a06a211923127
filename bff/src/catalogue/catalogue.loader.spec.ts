import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { CatalogueError, loadCatalogue } from './catalogue.loader.js';

const real = path.join(import.meta.dirname, '../../catalogue');
const folders: string[] = [];
after(() => folders.forEach((folder) => rmSync(folder, { recursive: true })));

const retiree = 'base/items/remote-retiree.yaml';
const gansu = 'regions/620000/items/remote-retiree.yaml';

/** The real catalogue with one file changed. */
function withChange(file: string, change: (text: string) => string): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'catalogue-'));
  folders.push(folder);
  cpSync(real, folder, { recursive: true });
  const target = path.join(folder, file);
  const before = readFileSync(target, 'utf8');
  const changed = change(before);
  assert.notEqual(changed, before, 'the change changes something');
  writeFileSync(target, changed);
  return folder;
}

/** Loads the changed catalogue and expects exactly these faults: file, the text on the named line, and the message. */
function expectFault(file: string, change: (text: string) => string, line: string, message: RegExp, count = 1): void {
  const folder = withChange(file, change);
  assert.throws(
    () => loadCatalogue(folder),
    (error: unknown) => {
      assert.ok(error instanceof CatalogueError);
      assert.equal(error.faults.length, count, error.message);
      const lines = readFileSync(path.join(folder, file), 'utf8').split('\n');
      const fault = error.faults.find((one) => message.test(one.message) && lines[one.line - 1]?.includes(line));
      assert.ok(fault, error.message);
      assert.equal(path.resolve(fault.file), path.join(folder, file));
      assert.ok(error.message.includes(`${fault.file}:${fault.line} `));
      return true;
    },
  );
}

const replace =
  (from: string, to: string) =>
  (text: string): string =>
    text.replace(from, to);

test('the real catalogue has no fault', (t) => {
  const start = performance.now();
  const { regions } = loadCatalogue(real);
  t.diagnostic(`loaded in ${(performance.now() - start).toFixed(0)} ms (goal: 300 ms at start)`);
  assert.deepEqual([...regions.keys()], ['140825', '340000', '620000']);
});

test('a file that is no YAML is named with its line', () => {
  expectFault(retiree, replace('applicants: [person]', 'applicants: [person'), '', /Flow sequence/);
});

test('a misspelled field is named with its line', () => {
  expectFault(retiree, replace('summary:', 'sumary:'), 'sumary:', /sumary: Unrecognized key/, 2);
});

test('a field that is left out is named', () => {
  expectFault(retiree, replace('onSite: null\n', ''), 'id: remote-retiree', /onSite: is missing/);
});

test('a fact without a source is named', () => {
  expectFault(retiree, replace('  materials: 003:12\n', ''), '  name: 003:12', /«materials» names no source/);
});

test('a region’s fact that leans on the base’s source is named', () => {
  expectFault(gansu, replace('  timeLimit: 001:12\n', ''), '  code: 001:12', /«timeLimit» names no source/);
});

test('a source that is no seed is named', () => {
  expectFault(retiree, replace('  channels: 003:12', '  channels: 007:12'), 'channels: 007:12', /a source: 003:12/);
});

test('a row that the seed does not have is named', () => {
  expectFault(
    retiree,
    replace('  channels: 003:12', '  channels: 003:99'),
    'channels: 003:99',
    /the seed has no such row/,
  );
});

test('a region that cites another region’s seed is told', () => {
  expectFault(
    gansu,
    replace('  timeLimit: 001:12', '  timeLimit: 004:4'),
    'timeLimit: 004:4',
    /not a seed of region 620000/,
  );
});

test('an unknown variable in a condition is named', () => {
  expectFault(
    retiree,
    replace('rule: { var: person.retired }', 'rule: { var: person.retierd }'),
    'retierd',
    /unknown variable «person.retierd»/,
  );
});

test('an unknown operator in a condition is named', () => {
  expectFault(retiree, replace('{ within: [', '{ inside: ['), 'inside', /unknown operator «inside»/);
});

test('a condition over a question that is not asked is named', () => {
  expectFault(
    retiree,
    replace('within: [{ var: form.destination.code }', 'within: [{ var: form.target.code }'),
    'form.target',
    /unknown variable «form.target.code»/,
  );
});

test('a rule that points at nothing is named', () => {
  expectFault(
    retiree,
    replace('pointer: /form/destination', 'pointer: /form/target'),
    '/form/target',
    /nothing stands at/,
  );
});

test('a question that stands twice is named', () => {
  expectFault(retiree, replace('  - id: since\n', '  - id: address\n'), 'id: address', /«address» stands twice/, 2);
});

test('a choice without options is named', () => {
  expectFault(retiree, replace('    kind: division', '    kind: choice'), 'id: destination', /has options/);
});

test('a letter that does not exist is named', () => {
  expectFault(
    retiree,
    replace('letter: remote-retiree-commitment', 'letter: remote-retired-commitment'),
    'remote-retired',
    /no letter/,
  );
});

test('a letter that wants an answer which is not asked is named where it is used', () => {
  const folder = withChange('base/letters/remote-retiree-commitment.yaml', replace('{{form.since}}', '{{form.until}}'));
  assert.throws(() => loadCatalogue(folder), /base\/items\/remote-retiree\.yaml:\d+ .*wants «form.until»/);
});

test('an upstream operation that the region’s platform does not have is named', () => {
  expectFault(
    retiree,
    replace('operation: register-remote-care', 'operation: register-remote'),
    'register-remote',
    /has no transaction/,
    3,
  );
});

test('an id that is not the file’s name is told', () => {
  expectFault(
    'base/letters/marriage-commitment.yaml',
    replace('id: marriage-commitment', 'id: marriage-letter'),
    'id: marriage-letter',
    /the file is named/,
    5,
  );
});

test('a region’s file for an item that the base lacks is told', () => {
  const folder = withChange('base/contents.yaml', replace('  - special-drug\n', ''));
  assert.throws(() => loadCatalogue(folder), /special-drug\.yaml:1 id: «special-drug» is not in base\/contents\.yaml/);
});

test('a folder without region.yaml is told', () => {
  const folder = withChange('base/contents.yaml', (text) => `${text}\n`);
  rmSync(path.join(folder, 'regions/340000/region.yaml'));
  assert.throws(() => loadCatalogue(folder), /regions\/340000\/region\.yaml:1 the file is missing/);
});

test('all faults are told at once', () => {
  const folder = withChange(retiree, replace('mode: on-application', 'mode: on-demand'));
  const other = path.join(folder, 'base/items/remote-worker.yaml');
  writeFileSync(other, readFileSync(other, 'utf8').replace('code: null', 'code: 12'));
  assert.throws(
    () => loadCatalogue(folder),
    (error: unknown) =>
      error instanceof CatalogueError &&
      ['remote-retiree.yaml', 'remote-worker.yaml'].every((name) =>
        error.faults.some(({ file }) => file.endsWith(name)),
      ),
  );
});
