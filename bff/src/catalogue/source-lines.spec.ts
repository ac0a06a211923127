import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { load } from 'js-yaml';
import { parse } from 'yaml';
import { SourceLines } from './source-lines.js';

const folder = path.join(import.meta.dirname, '../../catalogue');

test('both parsers read the same from every data file', () => {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.yaml'));
  assert.ok(files.length > 100);
  for (const file of files) {
    const text = readFileSync(path.join(folder, file), 'utf8');
    assert.deepEqual(load(text), parse(text), file);
  }
});

test('a path leads to the line of the innermost thing that stands there', () => {
  const lines = new SourceLines('a: 1\nlist:\n  - id: x\n    when: &w { y: 1 }\n  - id: z\n    when: *w\n');
  assert.equal(lines.lineOf(['list', 1, 'id']), 5);
  assert.equal(lines.lineOf(['list', 0, 'when', 'y']), 4);
  assert.equal(lines.lineOf(['list', 1, 'when', 'y']), 6);
  assert.equal(lines.lineOf(['list', 1, 'nothing']), 5);
  assert.equal(lines.lineOf(['nothing']), 1);
});
