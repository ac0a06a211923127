/** What is decided on the phone about filing for somebody else, without a screen. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { newGrant } from '../../miniapp/src/packages/proxy/ask/new-grant.ts';
import { periodsFrom } from '../../miniapp/src/packages/proxy/ask/periods.ts';
import type { Request } from '../../miniapp/src/packages/proxy/ask/request.ts';

const request: Request = {
  relation: 'mother',
  scope: 'one',
  items: [],
  until: '2027-05-25',
  way: 'letter',
  region: '',
  name: '王桂英',
  idNo: '11010519491231002X',
  letter: ['a'],
  principalId: ['b'],
  proxyId: ['c'],
  kinship: [],
};

describe('how long a grant may last', () => {
  it('never ends on a day that is not there, and never after the last one allowed', () => {
    assert.deepEqual(
      periodsFrom('2026-08-31', '2029-08-31').map(({ until }) => until),
      ['2026-09-30', '2027-02-28', '2027-08-31'],
    );
    assert.deepEqual(
      periodsFrom('2026-08-31', '2027-03-01').map(({ value }) => value),
      ['month', 'half-year'],
    );
  });
});

describe('what is asked of a relative', () => {
  it('is sent with the principal and the papers only where they are needed', () => {
    assert.deepEqual(newGrant({ ...request, way: 'here' }, 'x', '620000'), {
      evidence: 'signature',
      relation: 'mother',
      items: ['x'],
      until: '2027-05-25',
    });
    const onPaper = newGrant({ ...request, region: '140825' }, 'x', '620000');
    assert.equal(onPaper.region, '140825');
    assert.deepEqual(onPaper.papers, { letter: ['a'], principalIdentity: ['b'], proxyIdentity: ['c'] });
  });
});
