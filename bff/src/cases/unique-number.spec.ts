import assert from 'node:assert/strict';
import { test } from 'node:test';
import { temporaryDatabases } from '../database/temporary-database.js';
import { Case } from './case.entity.js';
import { newCase } from './new-case.js';
import { underUniqueNumber } from './unique-number.js';

const row = (id: string, number: string | null) => ({
  ...newCase({
    id,
    region: '620000',
    item: 'x',
    personId: 'p',
    applicantId: 'p',
    sealedForm: '',
    sealedNames: '',
    draftKey: null,
    createdAt: '2026-11-25T00:00:00.000Z',
  }),
  number,
});

for (const { name, open } of temporaryDatabases())
  test(`a case that draws the number of another gets the next one, in the same transaction, on ${name}`, async () => {
    const { database, close } = await open();
    try {
      const drawn = ['taken', 'taken', 'free'];
      await database.transaction(async (tx) => {
        await tx.insert(Case, [row('1', 'taken'), row('2', null)]);
        await underUniqueNumber(
          () => drawn.shift() ?? '',
          (number) => tx.update(Case, { id: '2' }, { number }),
        );
      });
      assert.equal((await database.read.findOneByOrFail(Case, { id: '2' })).number, 'free');
      await assert.rejects(
        database.transaction(async (tx) => {
          await underUniqueNumber(
            () => 'taken',
            (number) => tx.update(Case, { id: '2' }, { number }),
          );
        }),
        /Duplicate|UNIQUE/u,
      );
    } finally {
      await close();
    }
  });
