import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import { breakLines } from './line-breaking.js';

/** Ideographs and full-width marks two wide, the rest one. */
const measure = (text: string): number =>
  [...text].reduce((sum, character) => sum + (/[\u2e80-\uffef\u{20000}-\u{3ffff}]/u.test(character) ? 2 : 1), 0);

describe('breaking lines', () => {
  it('breaks between ideographs', () => {
    assert.deepEqual(breakLines('办理异地备案', measure, 6), ['办理异', '地备案']);
  });

  it('begins no line with a closing mark and ends none with an opening one', () => {
    assert.deepEqual(breakLines('请先看好，再签名', measure, 8), ['请先看', '好，再签', '名']);
    assert.deepEqual(breakLines('凭证（复印件）', measure, 6), ['凭证', '（复印', '件）']);
  });

  it('never parts a number, a word, an amount or a date from its unit', () => {
    assert.deepEqual(breakLines('共计 1,234.50 元整', measure, 12), ['共计', '1,234.50 元', '整']);
    assert.deepEqual(breakLines('编号A1234567', measure, 10), ['编号', 'A1234567']);
    assert.deepEqual(breakLines('定于2026年11月', measure, 8), ['定于', '2026年', '11月']);
  });

  it('cuts a word that is wider than the line', () => {
    assert.deepEqual(breakLines('https://example.gov.cn', measure, 10), ['https://ex', 'ample.gov.', 'cn']);
  });

  it('keeps line breaks, the indent of the first line, and a rare character whole', () => {
    assert.deepEqual(breakLines('一二三四\n五', measure, 8, 4), ['一二', '三四', '五']);
    assert.deepEqual(breakLines('𠮷𠮷𠮷', measure, 4), ['𠮷𠮷', '𠮷']);
    assert.deepEqual(breakLines('', measure, 4), ['']);
  });

  it('loses nothing but blanks at ends of lines, and no line is wider than it may be', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'一二三，。（）“”ab1 9:𠮷'), maxLength: 60 }),
        fc.integer({ min: 12, max: 40 }),
        (text, width) => {
          const lines = breakLines(text, measure, width);
          assert.equal(lines.join('').replaceAll(' ', ''), text.replaceAll(' ', ''));
          for (const line of lines) assert.ok(measure(line) <= width, `${line} is wider than ${width}`);
        },
      ),
    );
  });
});
