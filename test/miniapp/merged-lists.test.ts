/** Two phones that added to one list while apart. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { mergedLists } from '../../miniapp/src/drafts/merged-lists.ts';

const receipt = (photo: string, number = '') => ({ number, uploads: [photo] });

describe('a list that two phones changed', () => {
  const merge = (base: object[], mine: object[], theirs: object[]): unknown =>
    mergedLists({ receipts: base } as never, { receipts: mine } as never, { receipts: theirs } as never)['receipts'];
  const [a, b, c] = [receipt('a'), receipt('b'), receipt('c')];

  it('loses nothing that either of them added', () => {
    assert.deepEqual(merge([a], [a, b], [a, c]), [a, c, b]);
    assert.deepEqual(merge([], [b], [c]), [c, b]);
  });

  it('does not bring back what one of them took away', () => {
    assert.deepEqual(merge([a, b], [a], [a, b, c]), [a, c]);
    assert.deepEqual(merge([a, b], [a, b, c], [b]), [b, c]);
  });

  it('keeps what was typed here of a receipt, also where the other took it away or typed something else', () => {
    const typed = receipt('a', '12345678');
    assert.deepEqual(merge([a], [typed], [a, c]), [typed, c]);
    assert.deepEqual(merge([a], [typed], [receipt('a', '87654321')]), [typed]);
    assert.deepEqual(merge([a], [typed], [c]), [c, typed]);
    assert.deepEqual(merge([a], [a, b], [typed]), [typed, b], 'and what was typed there, where nothing was typed here');
  });

  it('keeps the own order where nobody else changed anything', () => {
    assert.deepEqual(merge([a, b], [b, a], [a, b]), [b, a]);
  });

  it('leaves what is no list to the phone that asks', () => {
    assert.deepEqual(mergedLists({ phone: '1' }, { phone: '2' }, { phone: '3' }), { phone: '2' });
    assert.deepEqual(mergedLists({}, { receipts: null }, { receipts: ['x'] }), { receipts: null });
  });
});
