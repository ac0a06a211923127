import assert from 'node:assert/strict';
import path from 'node:path';
import { beforeEach, describe, test } from 'node:test';
import { Clock } from '../clock.js';
import { regionChangesFile } from './changes-file.js';
import { CatalogueService } from './catalogue.service.js';
import type { RegionVersion } from './region-changes.js';

const region = '620000';
const item = 'outpatient-reimbursement';

class SetClock extends Clock {
  instant = '2026-11-25T00:00:00.000Z';
  now(): Date {
    return new Date(this.instant);
  }
}

const clock = new SetClock();
const folder = path.join(import.meta.dirname, '../../catalogue');

const version = (ordinal: number, effectiveAt: string, changes: object): RegionVersion => ({
  ordinal,
  effectiveAt,
  basis: `试行〔2026〕${ordinal}号`,
  changes: regionChangesFile.parse(changes),
});
const limit = (workingDays: number): object => ({ items: { [item]: { timeLimit: { workingDays } } } });

describe('versions of a region’s rules', () => {
  let catalogue: CatalogueService;
  beforeEach(() => {
    clock.instant = '2026-11-25T00:00:00.000Z';
    catalogue = CatalogueService.load(folder, clock);
  });

  test('a change that the rest of the item does not fit is a fault, at its own time and at every later one', () => {
    const kept = catalogue.item(region, item).materials;
    const asked = catalogue.item(region, item).rules.find(({ pointer }) => pointer.startsWith('/materials/'));
    const upside = version(1, '2026-12-01T00:00:00.000Z', { items: { 'no-such-item': { summary: '没有' } } });
    assert.deepEqual(
      catalogue.faultsWith(region, upside).map(({ path: at }) => at),
      [['id']],
    );
    assert.throws(() => regionChangesFile.parse(limit(0)));
    assert.throws(() => regionChangesFile.parse({ items: { [item]: { materials: [{ id: 'x', name: '' }] } } }));
    assert.throws(() => regionChangesFile.parse({ items: { [item]: { rules: [] } } }), 'only what may be changed');
    if (asked !== undefined) {
      const without = kept.filter(({ id }) => !asked.pointer.endsWith(`/${id}`));
      const cut = version(1, '2026-12-01T00:00:00.000Z', { items: { [item]: { materials: without } } });
      assert.ok(catalogue.faultsWith(region, cut).length > 0);
    }
  });

  test('a version takes effect when its time comes, on its own region alone', () => {
    catalogue.setVersions(region, [version(1, '2026-11-30T16:00:00.000Z', limit(12))]);
    clock.instant = '2026-11-30T15:59:59.999Z';
    assert.deepEqual(catalogue.page(region, item).timeLimit, { workingDays: 30 });
    const before = catalogue.versionsInEffect();
    clock.instant = '2026-11-30T16:00:00.000Z';
    assert.deepEqual(catalogue.page(region, item).timeLimit, { workingDays: 12 });
    assert.notEqual(catalogue.versionsInEffect(), before);
    assert.deepEqual(catalogue.page('340000', item).timeLimit, { workingDays: 30 });
    const { document, row } = catalogue.page(region, item).sources.find(({ field }) => field === 'timeLimit') ?? {};
    assert.deepEqual([document, row], ['agency', '试行〔2026〕1号']);
  });

  test('a case keeps the rules it was submitted under, across two versions; a draft follows the newest', () => {
    const versions = [
      // Made second, in effect first.
      version(2, '2026-11-28T16:00:00.000Z', limit(20)),
      version(1, '2026-11-30T16:00:00.000Z', limit(12)),
    ];
    catalogue.setVersions(region, versions);
    const daysOf = (status: string, rulesVersion: number | null) =>
      catalogue.rulesOf({ region, item, status, rulesVersion }).item.timeLimit;
    const seen = ['2026-11-28', '2026-11-29', '2026-12-01'].map((day) => {
      clock.instant = `${day}T00:00:00.000Z`;
      const { version: pinned } = catalogue.rulesOf({ region, item, status: 'draft', rulesVersion: null });
      return [pinned, daysOf('draft', null)];
    });
    assert.deepEqual(seen, [
      [0, { workingDays: 30 }],
      [2, { workingDays: 20 }],
      [1, { workingDays: 12 }],
    ]);
    assert.deepEqual(daysOf('accepted', 0), { workingDays: 30 });
    assert.deepEqual(daysOf('accepted', 2), { workingDays: 20 });
    assert.deepEqual(daysOf('accepted', null), { workingDays: 30 }, 'submitted before there were versions');
    assert.throws(() => daysOf('accepted', 7), /service-unavailable/, 'no older rules stand in for unknown ones');
  });

  test('of a draft it is said what changed since it was begun, and of the windows nothing', () => {
    const moved = { region: { phone: '0931-1234567', offices: [] } };
    catalogue.setVersions(region, [
      version(1, '2026-11-26T00:00:00.000Z', limit(12)),
      version(2, '2026-11-27T00:00:00.000Z', moved),
    ]);
    const begun = clock.instant;
    assert.deepEqual(catalogue.changedSince(region, item, begun), []);
    clock.instant = '2026-11-28T00:00:00.000Z';
    assert.deepEqual(
      catalogue.changedSince(region, item, begun).map(({ what, before, after }) => [what, before, after]),
      [['办理时限', '30 个工作日。法律规定最长：30 个工作日。', '12 个工作日。法律规定最长：30 个工作日。']],
    );
    assert.deepEqual(catalogue.changedSince(region, item, '2026-11-26T00:00:00.000Z'), []);
    assert.equal(catalogue.region(region).phone, '0931-1234567');
  });
});
