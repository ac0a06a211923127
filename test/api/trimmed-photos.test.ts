/** A photo is cut to its paper and turned; the photo as it was taken stays, and a case never changes under its reader. */
import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import type { UploadView } from '@yiban/shared-types/cases';
import type { Corners } from '@yiban/shared-types/uploads';
import sharp from 'sharp';
import { CitizenClient } from '../../scripts/client/citizen.ts';
import { startProduct } from '../server/running-server.ts';

const [width, height] = [1500, 2000];
const sheet: Corners = [[0.2, 0.1], [0.9, 0.18], [0.82, 0.9], [0.12, 0.8]]; // prettier-ignore

/** Red in the sheet's own upper left corner, so that a test sees what is up. */
async function sheetOnTable(): Promise<Buffer> {
  const [a, b, c, d] = sheet.map(([x, y]) => [x * width, y * height] as const);
  const points = [a, b, c, d].map((corner) => corner!.join(',')).join(' ');
  return sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
        <rect width="100%" height="100%" fill="#4a4038"/><polygon points="${points}" fill="#d2cfc8"/>
        <circle cx="${a![0] + 70}" cy="${a![1] + 70}" r="50" fill="#d00000"/></svg>`,
    ),
  )
    .jpeg()
    .toBuffer();
}

for (const database of ['sqlite', 'mariadb'] as const) {
  describe(`a photo cut to its paper, on ${database}`, async () => {
    const product = await startProduct({ database });
    after(product.stop);
    const citizen = await CitizenClient.scanned(product.baseUrl, product.sandboxUrl, 'mother-gansu');
    const stranger = await CitizenClient.scanned(product.baseUrl, product.sandboxUrl, 'retiree-gansu');
    const trim = async (id: string, body: object, key: string = crypto.randomUUID()): Promise<UploadView> =>
      citizen.api.call('POST', `/uploads/${id}/trim`, body, { 'idempotency-key': key });
    const redIn = async ({ picture }: UploadView, left: number, top: number): Promise<boolean> => {
      const bytes = Buffer.from(await (await fetch(`${product.baseUrl}${picture}`)).arrayBuffer());
      const { width: w, height: h } = await sharp(bytes).metadata();
      const area = { left: Math.round(w * left), top: Math.round(h * top), width: 1, height: 1 };
      const [r = 0, g = 0] = await sharp(bytes).extract(area).raw().toBuffer();
      return r > 150 && g < 80;
    };
    const taken = await citizen.upload(await sheetOnTable(), { purpose: 'photo' });

    test('is refused where the corners are no sheet, and nothing is made', async () => {
      const impossible = [
        { corners: [[0.9, 0.1], [0.1, 0.1], [0.9, 0.9], [0.1, 0.9]], turn: 0 }, // prettier-ignore
        { corners: [[0.5, 0.5], [0.51, 0.5], [0.51, 0.51], [0.5, 0.51]], turn: 0 }, // prettier-ignore
        { corners: [[0, 0], [1, 0], [1, 1]], turn: 0 }, // prettier-ignore
        { corners: null, turn: 45 },
        { turn: 0 },
      ];
      for (const body of impossible) await assert.rejects(trim(taken.id, body), /upload-trim/);
      await assert.rejects(trim(taken.id, { corners: null, turn: 0.5 }), /400/);
    });

    test('is nobody else’s to cut', async () => {
      const asked = stranger.api.write('POST', `/uploads/${taken.id}/trim`, { corners: null, turn: 90 });
      await assert.rejects(asked, /upload-not-found/);
    });

    test('shows where the edges are, and is cut along them and turned', async () => {
      assert.ok(taken.edges !== null);
      for (const [index, [x, y]] of taken.edges.entries())
        assert.ok(Math.hypot(x - sheet[index]![0], y - sheet[index]![1]) < 0.02, `corner ${index}`);
      assert.ok(Math.abs(taken.aspect! - width / height) < 0.01);

      const cut = await trim(taken.id, { corners: taken.edges, turn: 0 });
      assert.equal(cut.status, 'received');
      assert.deepEqual(cut.trimmedFrom, { upload: taken.id, corners: taken.edges, turn: 0 });
      assert.ok(await redIn(cut, 0.07, 0.05), 'the corner of the sheet is the corner of the picture');

      const turned = await trim(cut.id, { corners: taken.edges, turn: 90 });
      assert.deepEqual(turned.trimmedFrom?.upload, taken.id, 'cut again from the photo as it was taken');
      assert.ok(Math.abs(turned.aspect! * cut.aspect! - 1) < 0.01);
      assert.ok(await redIn(turned, 0.95, 0.07));
      assert.equal((await citizen.api.call<UploadView>('GET', `/uploads/${taken.id}`)).trimmedFrom, null);
    });

    test('comes once, however often it is asked for under one key', async () => {
      const key = crypto.randomUUID();
      const answers = await Promise.all([1, 2, 3].map(async () => trim(taken.id, { corners: null, turn: 180 }, key)));
      assert.equal(new Set(answers.map(({ id }) => id)).size, 1);
      await assert.rejects(trim(taken.id, { corners: null, turn: 270 }, key), /idempotency-conflict/);
    });
  });
}
