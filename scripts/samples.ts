/** `npm run samples`: draws the sample picture of every kind of paper into bff/catalogue/samples. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { drawSample } from './samples/sample-paper.ts';
import { samplePapers } from './samples/sample-papers.ts';

const folder = path.join(import.meta.dirname, '../bff/catalogue/samples');
/** Wide enough to be read on a phone, small enough for a bad network: 10 to 20 KB. */
const longerSide = 720;

for (const [paper, sample] of Object.entries(samplePapers)) {
  const picture = sharp(Buffer.from(drawSample(sample))).resize(longerSide, longerSide, { fit: 'inside' });
  writeFileSync(path.join(folder, `${paper}.webp`), await picture.webp({ quality: 60 }).toBuffer());
}
