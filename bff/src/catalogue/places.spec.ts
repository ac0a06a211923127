/** In which order people are shown items: per life event, and as suggestions. */
import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { loadCatalogue } from './catalogue.loader.js';

const { regions, base } = loadCatalogue(path.join(import.meta.dirname, '../../catalogue'));

/** Ids of the items that have a place in that order, the first first. */
function ordered(code: string, event: string): readonly string[] {
  const items = [...(regions.get(code)?.items.values() ?? [])];
  const placed = items.flatMap(({ id, lifeEvents }) =>
    Object.entries(lifeEvents).flatMap(([name, place]) => (name === event ? [{ id, place }] : [])),
  );
  return placed.toSorted((a, b) => a.place - b.place).map(({ id }) => id);
}

test('no two items stand in one place', () => {
  for (const [code, { items }] of regions) {
    const places = [...items.values()].flatMap(({ lifeEvents, suggested }) => [
      ...Object.entries(lifeEvents).map(([event, place]) => `${event} ${place}`),
      ...(suggested === undefined ? [] : [`suggested ${suggested.place}`]),
    ]);
    assert.equal(new Set(places).size, places.length, code);
  }
});

test('for every life event the item that it is for stands first, in every region', () => {
  for (const code of regions.keys()) {
    assert.deepEqual(ordered(code, '生孩子').slice(0, 2), ['maternity-delivery', 'maternity-allowance'], code);
    assert.deepEqual(ordered(code, '看病报销')[0], 'inpatient-reimbursement', code);
    assert.deepEqual(ordered(code, '去外地住')[0], 'remote-resident', code);
    assert.deepEqual(ordered(code, '换工作')[0], 'relation-transfer', code);
    assert.deepEqual(ordered(code, '慢性病')[0], 'chronic-disease', code);
    assert.deepEqual(ordered(code, '老人去世')[0], 'account-withdrawal', code);
  }
  assert.equal(ordered('620000', '家里困难')[0], 'aid-reimbursement');
});

test('every item that a person can apply for is found by what happened to them, or is a change of what stands', () => {
  const nowhere = base.filter(
    ({ applicants, lifeEvents }) => applicants.includes('person') && Object.keys(lifeEvents).length === 0,
  );
  assert.deepEqual(
    nowhere.map(({ id }) => id),
    ['resident-enrolment-change'],
  );
});
