/** A photo sent to the running product: read in the background, whatever becomes of the server meanwhile. */
import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import type { UploadView } from '@yiban/shared-types/cases';
import type { UploadReading } from '@yiban/shared-types/reading';
import { CitizenClient } from '../../scripts/client/citizen.ts';
import { badPhotos, goodPhotos } from '../../scripts/papers/paper-set.ts';
import { startProduct, type DatabaseName } from '../server/running-server.ts';

const receipt = goodPhotos(2026, 1)[0]!;
const wrong = badPhotos(2026, 6).find(({ fault }) => fault === 'wrong-paper')!;
const [receiptPhoto, wrongPhoto] = [await receipt.take(), await wrong.take()];

async function readingOf(citizen: CitizenClient, id: string): Promise<UploadReading> {
  for (;;) {
    const reading = await citizen.api.call<UploadReading>('GET', `/uploads/${id}/reading`);
    if (reading.status !== 'pending') return reading;
    await new Promise((resume) => setTimeout(resume, 200));
  }
}

for (const database of ['sqlite', 'mariadb'] satisfies DatabaseName[]) {
  describe(`reading in the product on ${database}`, async () => {
    const product = await startProduct({ database });
    after(product.stop);
    const citizen = await CitizenClient.scanned(product.baseUrl, product.sandboxUrl, 'retiree-gansu');
    const send = async (bytes: Buffer, paper: string): Promise<string> =>
      (await citizen.upload(bytes, { purpose: 'photo', paper })).id;

    test('a photo that nobody can read says so at once', async () => {
      assert.deepEqual(await readingOf(citizen, await send(receiptPhoto, 'accident-proof')), { status: 'none' });
    });

    test('a server that was killed while it read takes the photo up again', async () => {
      const id = await send(receiptPhoto, 'receipt');
      assert.deepEqual(await citizen.api.call('GET', `/uploads/${id}/reading`), { status: 'pending' });
      await product.crash();
      // As the passing of time would: whoever took it up is taken for gone.
      await product.sql(`UPDATE readings SET takenUntil = '2020-01-01T00:00:00.000Z' WHERE uploadId = '${id}'`);
      const answer = await readingOf(citizen, id);
      assert.ok(answer.status === 'done' && answer.reading.content.kind === 'receipt');
      const { total, number } = answer.reading.content;
      assert.deepEqual([total?.value, number?.value], [receipt.fields['total'], receipt.fields['number']]);
    });

    test('another person’s reading is not there', async () => {
      const id = await send(receiptPhoto, 'receipt');
      const other = await CitizenClient.scanned(product.baseUrl, product.sandboxUrl, 'mother-gansu');
      await assert.rejects(other.api.call('GET', `/uploads/${id}/reading`), /upload-not-found/);
    });

    test('a paper that was not asked for is told as a finding of the photo', async () => {
      const id = await send(wrongPhoto, wrong.asked);
      assert.equal((await readingOf(citizen, id)).status, 'done');
      const { findings } = await citizen.api.call<UploadView>('GET', `/uploads/${id}`);
      assert.ok(findings.some(({ code }) => code === 'wrong-paper'));
    });
  });
}
