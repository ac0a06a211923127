import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { printableText } from './printable-text.js';

describe('printable text', () => {
  it('drops what has no shape and keeps line breaks', () => {
    assert.equal(printableText('张\u200b秀\ufe0f英\u202e\u0000'), '张秀英');
    assert.equal(printableText('葛\u{e0100}城'), '葛城');
    assert.equal(printableText('一\r\n二\r三\u2028四'), '一\n二\n三\n四');
  });

  it('makes every blank a plain one, but for the ideographic', () => {
    assert.equal(printableText('甲\t乙\u00a0丙\u3000丁'), '甲 乙 丙\u3000丁');
  });
});
