import assert from 'node:assert/strict';
import { test } from 'node:test';
import { getMetadataArgsStorage } from 'typeorm';
import { entities } from '../database/entities.js';
import { caseTables, keptTables } from './case-tables.js';

test('every table that has the id of a case, or of an upload, goes with the case or is known to stay', () => {
  const { tables, columns } = getMetadataArgsStorage();
  const named = columns
    .filter(({ propertyName }) => propertyName === 'caseId' || propertyName === 'uploadId')
    .flatMap(({ target }) => tables.find((one) => one.target === target)?.name ?? []);
  assert.ok(entities.length > 30 && named.length > 15);
  const known = new Set(caseTables.map(({ table }) => table));
  assert.deepEqual(
    named.filter((table) => !known.has(table) && !keptTables.has(table)),
    [],
  );
});

test('what stays does not go', () => {
  assert.deepEqual(
    caseTables.filter(({ table }) => keptTables.has(table)),
    [],
  );
});
