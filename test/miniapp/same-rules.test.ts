/** What the phone decides before it asks, the server decides the same way: both over the same cases. */
import assert from 'node:assert/strict';
import path from 'node:path';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Answers } from '@yiban/shared-types/cases';
import * as server from '../../bff/src/cases/identity-numbers.ts';
import { holds, type Condition } from '../../bff/src/catalogue/conditions.ts';
import { verdict } from '../../miniapp/src/filing/conditions.ts';
import * as phone from '../../miniapp/src/filing/identity-numbers.ts';

interface Question {
  readonly id: string;
  readonly kind: string;
  readonly options?: readonly { readonly value: string }[];
}
interface Item {
  readonly id: string;
  readonly questions: readonly Question[];
  readonly materials: readonly unknown[];
}
const { loadCatalogue } = await import(
  path.resolve(import.meta.dirname, '../../bff/dist/catalogue/catalogue.loader.js')
);
const catalogue: { readonly regions: ReadonlyMap<string, { readonly items: ReadonlyMap<string, Item> }> } =
  loadCatalogue(path.resolve(import.meta.dirname, '../../bff/catalogue'));

const seed = { seed: 20_261_125 };

describe('numbers with a check character', () => {
  const digits = (length: number) =>
    fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: length, maxLength: length });
  const capitals = fc.constantFrom(...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ');
  const birthday = fc
    .date({ min: new Date('1900-01-01T00:00:00Z'), max: new Date('2026-12-31T00:00:00Z'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10).replaceAll('-', ''));
  /** As they come: whole, with a wrong last character, with a day that there is not, too short, in small letters. */
  const identityNumbers = fc.oneof(
    fc.tuple(digits(6), birthday, digits(3), fc.constantFrom(...'0123456789X')).map((parts) => parts.join('')),
    fc.tuple(digits(17), fc.constantFrom(...'0123456789Xx')).map((parts) => parts.join('')),
    fc.constantFrom('11010519491231002X', '11010519491231002x', '110105194902310025', '', '1101051949123100'),
    fc.string(),
  );
  const creditCodes = fc.oneof(
    fc.string({ unit: capitals, minLength: 18, maxLength: 18 }),
    fc.constantFrom('91350100M000100Y43', '91350100M000100Y44', '91350100m000100y43', ''),
  );
  const cards = fc.oneof(fc.integer({ min: 10, max: 20 }).chain(digits), fc.constantFrom('6228480402564890018', ''));

  for (const { name, numbers, onPhone, onServer } of [
    { name: 'identity', numbers: identityNumbers, onPhone: phone.isIdNumber, onServer: server.isIdNumber },
    { name: 'credit code', numbers: creditCodes, onPhone: phone.isCreditCode, onServer: server.isCreditCode },
    { name: 'bank card', numbers: cards, onPhone: phone.isBankCard, onServer: server.isBankCard },
  ]) {
    it(`${name}: phone and server agree`, () => {
      fc.assert(
        fc.property(numbers, (text) => assert.equal(onPhone(text), onServer(text), JSON.stringify(text))),
        { ...seed, numRuns: 3000 },
      );
    });
  }
});

describe('conditions of the catalogue', () => {
  for (const [region, { items }] of catalogue.regions) {
    it(`${region}: where the phone decides, it decides as the server does`, () => {
      let decided = 0;
      for (const item of items.values()) {
        const conditions = conditionsIn([item.questions, item.materials]);
        for (const form of fc.sample(answersTo(item), { ...seed, numRuns: 60 })) {
          for (const condition of conditions) {
            const told = verdict(condition, { form, region: { code: region } });
            if (told === 'unknown') continue;
            decided += 1;
            const facts = { form, region: { code: region } };
            assert.equal(
              told,
              holds(condition, facts),
              `${item.id}: ${JSON.stringify(condition)} ${JSON.stringify(form)}`,
            );
          }
        }
      }
      assert.ok(decided > 1000, `${decided} decided`);
    });
  }
});

/** What stands under `when` or `condition`, however deep. */
function conditionsIn(data: unknown): Condition[] {
  if (Array.isArray(data)) return data.flatMap(conditionsIn);
  if (typeof data !== 'object' || data === null) return [];
  return Object.entries(data).flatMap(([key, value]) =>
    (key === 'when' || key === 'condition') && typeof value === 'object' && value !== null
      ? [value as Condition]
      : conditionsIn(value),
  );
}

/** Answers as a form may hold them, some of them missing. */
function answersTo({ questions }: Item): fc.Arbitrary<Answers> {
  const answers = Object.fromEntries(questions.map((question) => [question.id, answerTo(question)]));
  return fc.record(answers, { requiredKeys: [] }).map((given) => JSON.parse(JSON.stringify(given)) as Answers);
}

function answerTo({ kind, options }: Question): fc.Arbitrary<string | number | boolean> {
  if (options !== undefined) return fc.constantFrom(...options.map(({ value }) => value));
  if (kind === 'yes-no') return fc.boolean();
  if (kind === 'number' || kind === 'money') return fc.nat(10);
  return fc.constantFrom('', '2026-10-12', '测试');
}
