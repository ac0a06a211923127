import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Case } from '../cases/case.entity.js';
import { newCase } from '../cases/new-case.js';
import { temporaryDatabases } from '../database/temporary-database.js';
import { placeRatings } from './rating-places.worker.js';
import { Rating } from './rating.entity.js';

const at = '2026-11-25T00:00:00.000Z';

for (const { name, open } of temporaryDatabases())
  test(`a rating that an older process wrote is counted where its case is, and others stay as they are, on ${name}`, async () => {
    const { database, close } = await open();
    try {
      await database.transaction(async (tx) => {
        for (const id of ['1', '2'])
          await tx.insert(
            Case,
            newCase({
              id,
              region: '620000',
              item: 'remote-retiree',
              personId: 'p',
              applicantId: 'p',
              sealedForm: '',
              sealedNames: '',
              draftKey: null,
              createdAt: at,
            }),
          );
        await tx.insert(Rating, { caseId: '1', grade: 5, region: null, item: null, at });
        await tx.insert(Rating, { caseId: '2', grade: 1, region: '140825', item: 'x', at });
      });
      await placeRatings(database);
      const placed = await database.read.find(Rating, { order: { caseId: 'ASC' } });
      assert.deepEqual(
        placed.map(({ region, item }) => [region, item]),
        [
          ['620000', 'remote-retiree'],
          ['140825', 'x'],
        ],
      );
    } finally {
      await close();
    }
  });
