import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { packed, unpacked } from './packed-text.js';

const texts = ['', '王小英', JSON.stringify({ person: '王小英', applicant: '王小英' }), '备案'.repeat(400)];

for (const text of texts)
  test(`a text of ${text.length} letters is packed so that any inflater reads it, and read however it was deflated`, () => {
    assert.equal(inflateRawSync(packed(text)).toString('utf8'), text);
    assert.equal(unpacked(packed(text)), text);
    assert.equal(unpacked(deflateRawSync(Buffer.from(text))), text);
    assert.equal(unpacked(deflateRawSync(Buffer.from(text), { level: 0 })), text);
  });
