import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { before, describe, it } from 'node:test';
import { inflateSync } from 'node:zlib';
import { contentOfDocument } from './content-of-document.js';
import { documentKinds } from './document-content.js';
import type { DocumentSnapshot } from './document-snapshot.js';
import { MissingGlyphsError } from './missing-glyphs.js';
import { renderDocument } from './render-document.js';
import { signaturePng } from './testing/signature.js';
import { longSnapshots, ofKind, usualSnapshots } from './testing/snapshots.js';

let usual: readonly DocumentSnapshot[];
let long: readonly DocumentSnapshot[];

before(async () => {
  const signature = await signaturePng();
  usual = usualSnapshots(signature);
  long = longSnapshots(signature);
});

const render = (snapshot: DocumentSnapshot): Promise<Buffer> => renderDocument(contentOfDocument(snapshot));
const count = (pdf: Buffer, pattern: RegExp): number => pdf.toString('latin1').match(pattern)?.length ?? 0;
const pages = (pdf: Buffer): number => count(pdf, /\/Type \/Page\b/g);

describe('a rendered paper', () => {
  for (const kind of documentKinds) {
    it(`${kind}: fits one page in a usual case, and breaks over several in a long one`, async () => {
      assert.equal(pages(await render(ofKind(usual, kind))), 1);
      assert.ok(pages(await render(ofKind(long, kind))) >= 2);
    });

    it(`${kind}: is small, in Chinese, with both weights embedded as subsets`, async () => {
      const pdf = await render(ofKind(usual, kind));
      assert.ok(pdf.length < 120_000, `${pdf.length} bytes`);
      assert.equal(pdf.subarray(0, 8).toString('latin1'), '%PDF-1.7');
      assert.equal(count(pdf, /\/Lang \(zh-CN\)/g), 1);
      assert.equal(count(pdf, /\/FontFile2 /g), 2);
      const fonts = [...pdf.toString('latin1').matchAll(/\/FontName \/[A-Z]{6}\+([\w-]+)/g)].map(([, name]) => name);
      assert.deepEqual(
        fonts.toSorted((a = '', b = '') => a.localeCompare(b)),
        ['NotoSansSC-Bold', 'NotoSansSC-Regular'],
      );
    });

    it(`${kind}: has the same bytes every time`, async () => {
      const digest = async (): Promise<string> =>
        createHash('sha256')
          .update(await render(ofKind(long, kind)))
          .digest('hex');
      assert.equal(await digest(), await digest());
    });
  }

  it('takes its date from the content', async () => {
    assert.equal(count(await render(ofKind(usual, 'decline-notice')), /\(D:20261125010203Z\)/g), 2);
  });

  it('can be searched: every glyph leads back to its character', async () => {
    const characters = mappedCharacters(await render(ofKind(usual, 'settlement-statement')));
    for (const character of '人民币肆仟伍佰叁拾贰元伍角柒分') assert.ok(characters.includes(character), character);
  });

  it('draws a name with rare characters, in as many more fonts as it needs', async () => {
    const pdf = await render(named('𠮷𡈼英'));
    assert.equal(count(pdf, /\/FontFile2 /g), 4);
    assert.ok(mappedCharacters(pdf).includes('𠮷'));
  });

  it('is refused when a character has no glyph, naming it', async () => {
    await assert.rejects(render(named('张\ue863英')), (error) => {
      assert.ok(error instanceof MissingGlyphsError);
      assert.deepEqual(error.characters, ['\ue863']);
      return true;
    });
  });

  it('goes without QR, number and signature where there are none yet', async () => {
    const snapshot = ofKind(usual, 'application-form');
    const facts = { ...snapshot.facts, caseNumber: null, submittedAt: null, verification: null, signatures: [] };
    assert.equal(pages(await render({ kind: snapshot.kind, facts })), 1);
  });
});

function named(name: string): DocumentSnapshot {
  const snapshot = ofKind(usual, 'acceptance-notice');
  return { kind: snapshot.kind, facts: { ...snapshot.facts, applicant: { ...snapshot.facts.applicant, name } } };
}

/** All characters of the ToUnicode maps: what copying and searching find. */
function mappedCharacters(pdf: Buffer): string {
  const text = pdf.toString('latin1');
  return [...text.matchAll(/stream\n/g)]
    .map((match) => inflated(pdf, match.index + match[0].length))
    .filter((stream) => stream.includes('beginbfrange'))
    .flatMap((stream) => [...stream.matchAll(/<((?:[0-9a-f]{4} ?)+)>/g)])
    .map(([, hex = '']) => String.fromCharCode(...hex.split(' ').map((unit) => Number.parseInt(unit, 16))))
    .join('');
}

function inflated(pdf: Buffer, start: number): string {
  try {
    return inflateSync(pdf.subarray(start)).toString('latin1');
  } catch {
    return '';
  }
}
