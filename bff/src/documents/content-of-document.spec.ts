import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { contentOfDocument } from './content-of-document.js';
import { documentKinds, type DocumentContent, type DocumentKind } from './document-content.js';
import { ofKind, usualSnapshots } from './testing/snapshots.js';

const snapshots = usualSnapshots(new Uint8Array());
const contentOf = (kind: DocumentKind): DocumentContent => contentOfDocument(ofKind(snapshots, kind));
const textOf = (kind: DocumentKind): string => JSON.stringify(contentOf(kind));

describe('what the papers say', () => {
  it('every kind has a title, its own name and the code to check it by', () => {
    for (const kind of documentKinds) {
      const content = contentOf(kind);
      assert.equal(content.kind, kind);
      assert.notEqual(content.title, '');
      assert.equal(content.verification?.code, 'K7QD3MXA9TRW');
    }
  });

  it('the agency seals what it issues, citizens sign what they write', () => {
    const sealed = documentKinds.filter((kind) => contentOf(kind).seal !== null);
    const signed = documentKinds.filter((kind) => contentOf(kind).signatures.length > 0);
    assert.deepEqual(sealed, [
      'acceptance-notice',
      'one-time-notice',
      'decline-notice',
      'rejection-notice',
      'registration-form',
      'settlement-statement',
      'enrolment-certificate',
    ]);
    assert.deepEqual(signed, ['registration-form', 'application-form', 'commitment-letter', 'authorization-letter']);
  });

  it('a 备案表 that nobody decided on carries no seal', () => {
    const snapshot = ofKind(snapshots, 'registration-form');
    const content = contentOfDocument({ kind: snapshot.kind, facts: { ...snapshot.facts, registration: null } });
    assert.equal(content.seal, null);
    assert.doesNotMatch(JSON.stringify(content), /备案结果/);
  });

  it('a refusal gives its reason, its basis and both ways of appeal with their terms', () => {
    for (const kind of ['decline-notice', 'rejection-notice'] as const) {
      const text = textOf(kind);
      assert.match(text, /参保关系已于2026年6月转移/);
      assert.match(text, /社会保险经办条例》（国务院令第765号）第六条/);
      assert.match(text, /行政复议：自知道本决定之日起 60 日内/);
      assert.match(text, /行政诉讼：自知道本决定之日起 6 个月内/);
      assert.match(text, /《社会保险经办条例》第五十二条/);
    }
    assert.match(textOf('decline-notice'), /新绛县人民法院/);
    assert.match(textOf('rejection-notice'), /有管辖权的人民法院/);
  });

  it('the acceptance tells the limit and when it is only provisional', () => {
    assert.match(textOf('acceptance-notice'), /自受理之日起 30 个工作日/);
    assert.match(textOf('acceptance-notice'), /2027年1月5日（暂定）/);
  });

  it('the one-time notice tells everything and until when', () => {
    assert.match(textOf('one-time-notice'), /下表所列 2 项需要补正，除此之外没有别的要求/);
    assert.match(textOf('one-time-notice'), /2026年12月25日/);
  });

  it('the settlement adds up, in figures and in capitals', () => {
    const amounts = contentOf('settlement-statement').blocks.find((block) => block.kind === 'amounts');
    assert.ok(amounts?.kind === 'amounts');
    assert.deepEqual(amounts.amounts.total, ['合计', '4,948.15', '4,532.57', '415.58', '']);
    assert.equal(amounts.amounts.capital.shown, '人民币肆仟伍佰叁拾贰元伍角柒分');
  });

  it('notices mask numbers; papers that prove who someone is have them in full', () => {
    const full = documentKinds.filter((kind) => textOf(kind).includes('142724195503121228'));
    assert.deepEqual(full, [
      'registration-form',
      'application-form',
      'commitment-letter',
      'authorization-letter',
      'enrolment-certificate',
    ]);
    assert.doesNotMatch(textOf('settlement-statement'), /6217991710001234567/);
  });
});
