import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { EntityManager, In, IsNull, LessThan, MoreThanOrEqual, Not, type FindManyOptions } from 'typeorm';
import { newCase } from '../cases/new-case.js';
import { Case } from '../cases/case.entity.js';
import { temporaryDatabases } from './temporary-database.js';

const one = (id: string, rest: Partial<Case> = {}): Case =>
  Object.assign(
    newCase({
      id,
      region: '620000',
      item: 'remote-retiree',
      personId: 'p1',
      applicantId: 'p1',
      grantId: null,
      unitHandlerId: null,
      unitIndex: null,
      sealedForm: 'form',
      sealedNames: 'names',
      draftKey: null,
      createdAt: '2026-11-25T00:00:00.000Z',
    }),
    rest,
  );

for (const { name, open } of temporaryDatabases()) {
  describe(`plain statements on ${name}`, async () => {
    const { database, close } = await open();
    after(close);
    const rows = [
      one('c1', { dueProvisional: true, limitDays: 5 }),
      one('c2', { personId: 'p2', limitDays: 7, draftKey: "it's «?» \\ %" }),
      one('c3', { limitDays: 9 }),
    ];
    await database.transaction((tx) => tx.insert(Case, rows));

    /** The same question put to TypeORM's builder. */
    const built = async (options: FindManyOptions<Case>): Promise<Case[]> =>
      EntityManager.prototype.find.call(database.read, Case, options) as Promise<Case[]>;

    const questions: readonly FindManyOptions<Case>[] = [
      { where: { id: 'c1' } },
      { where: { id: 'nobody' } },
      { where: { personId: 'p1', draftKey: IsNull() }, order: { id: 'DESC' } },
      { where: { id: In(['c1', 'c3']), dueProvisional: true } },
      { where: { id: In([]) } },
      { where: { limitDays: LessThan(9) }, order: { limitDays: 'DESC' }, take: 1 },
      { where: { limitDays: MoreThanOrEqual(7), id: Not('c3') } },
      { where: [{ id: 'c1' }, { id: 'c2' }], order: { id: 'ASC' } },
      { where: { region: '620000' }, select: { id: true, dueProvisional: true }, order: { id: 'ASC' } },
      { order: { id: 'ASC' } },
    ];
    for (const [at, question] of questions.entries()) {
      test(`question ${at + 1} gives what TypeORM gives`, async () => {
        const found = await database.read.find(Case, question);
        assert.deepEqual(found, await built(question));
        assert.ok(found.every((row) => row instanceof Case));
      });
    }

    test('a condition left out by mistake is told, and takes nobody with it', async () => {
      const missing = { id: undefined } as unknown as { id: string };
      await assert.rejects(async () => database.read.findOneBy(Case, missing));
      await assert.rejects(async () => database.transaction((tx) => tx.update(Case, missing, { item: 'x' })));
      await assert.rejects(async () => database.transaction((tx) => tx.delete(Case, missing)));
      await assert.rejects(async () => database.transaction((tx) => tx.delete(Case, {})));
      assert.equal(await database.read.countBy(Case, { item: 'remote-retiree' }), 3);
    });

    test('what is set is set where every condition holds, and says how many rows that were', async () => {
      const set = async (version: number): Promise<number | undefined> =>
        (
          await database.transaction((tx) =>
            tx.update(Case, { id: 'c3', version, claimedBy: IsNull() }, { version: version + 1, dueProvisional: true }),
          )
        ).affected;
      assert.equal(await set(1), 1);
      assert.equal(await set(1), 0);
      const { version, dueProvisional } = await database.read.findOneByOrFail(Case, { id: 'c3' });
      assert.deepEqual({ version, dueProvisional }, { version: 2, dueProvisional: true });
    });

    test('texts of any kind come back as they went', async () => {
      const found = await database.read.findOneBy(Case, { draftKey: "it's «?» \\ %" });
      assert.equal(found?.id, 'c2');
    });

    test('a row is gone when it was taken away', async () => {
      const gone = await database.transaction((tx) => tx.delete(Case, { id: 'c2' }));
      assert.equal(gone.affected, 1);
      assert.equal(await database.read.existsBy(Case, { id: 'c2' }), false);
      assert.equal(await database.read.existsBy(Case, { id: 'c1' }), true);
    });
  });
}
