import assert from 'node:assert/strict';
import path from 'node:path';
import { describe, test } from 'node:test';
import sharp from 'sharp';
import { loadCatalogue } from './catalogue.loader.js';
import { SamplePictures } from './sample-pictures.js';

const catalogueDir = path.join(import.meta.dirname, '../../catalogue');
const samples = new SamplePictures({ catalogueDir });

describe('sample pictures', () => {
  test('every kind of paper that is photographed has one, small enough for a bad network', async () => {
    const { regions } = loadCatalogue(catalogueDir);
    const papers = [...regions.values()].flatMap(({ items }) =>
      [...items.values()].flatMap(({ materials }) =>
        materials.flatMap(({ anyOf }) => anyOf.flatMap((way) => (way.kind === 'photo' ? [way.paper] : []))),
      ),
    );
    assert.ok(papers.length > 100);
    for (const paper of new Set(papers)) {
      const { body } = samples.of(paper);
      assert.ok(Buffer.isBuffer(body) && body.length < 30_000, paper);
      assert.equal((await sharp(body).metadata()).format, 'webp', paper);
    }
  });

  test('a kind that is none is refused, however it is written', () => {
    for (const paper of ['nothing', '..', '../base/contents', 'papers.yaml', ''])
      assert.throws(() => samples.of(paper), /unknown-paper/, paper);
  });
});
