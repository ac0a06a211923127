import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { squeezePunctuation } from './punctuation-squeeze.js';

const marked = (text: string): string =>
  squeezePunctuation(text)
    .map((run) => (run.half ? `[${run.text}]` : run.text))
    .join('');

describe('marks that meet', () => {
  it('share their white space', () => {
    assert.equal(marked('办理“备案”，已受理'), '办理“备案[”]，已受理');
    assert.equal(marked('《条例》（国令）：'), '《条例[》]（国令[）]：');
    assert.equal(marked('（《条例》'), '（[《]条例》');
  });

  it('keep it beside ideographs', () => {
    assert.equal(marked('一、二，三。'), '一、二，三。');
    assert.equal(marked(''), '');
  });
});
