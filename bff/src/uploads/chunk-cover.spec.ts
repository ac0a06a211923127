import assert from 'node:assert/strict';
import { test } from 'node:test';
import { array, assert as holds, nat, property, tuple, uint8Array } from 'fast-check';
import { cover } from './chunk-cover.js';

test('pieces that follow each other are taken whole', () => {
  const pieces = [
    { start: 5, end: 9 },
    { start: 0, end: 5 },
  ];
  assert.deepEqual(cover(pieces, 9), [
    { piece: pieces[1], from: 0, to: 5 },
    { piece: pieces[0], from: 0, to: 4 },
  ]);
});

test('a gap is told', () => {
  assert.equal(cover([{ start: 0, end: 4 }], 5), undefined);
  assert.equal(cover([{ start: 1, end: 5 }], 5), undefined);
});

test('whatever was stored beside the acknowledged pieces, the file comes out byte for byte', () => {
  holds(
    property(
      uint8Array({ minLength: 1, maxLength: 200 }),
      array(nat(199), { maxLength: 8 }),
      array(tuple(nat(199), nat(199)), { maxLength: 8 }),
      (file, cuts, others) => {
        const bounds = [0, ...cuts.filter((cut) => cut < file.length), file.length].toSorted((a, b) => a - b);
        const acknowledged = bounds.slice(1).map((end, i) => ({ start: bounds[i]!, end }));
        const beside = others.map(([start, length]) => ({ start, end: Math.min(start + length, file.length) }));
        const taken = cover([...beside, ...acknowledged], file.length);
        assert.ok(taken);
        const parts = taken.map(({ piece, from, to }) => file.slice(piece.start, piece.end).slice(from, to));
        assert.deepEqual(Buffer.concat(parts), Buffer.from(file));
      },
    ),
  );
});
