/** What was typed is held against the photos: told with the pre-check, in nobody's way, and seen by the officer. */
import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import type { UploadReading } from '@yiban/shared-types/reading';
import { CitizenClient } from '../../scripts/client/citizen.ts';
import { freshReceipts } from '../../scripts/demo/filed-cases.ts';
import { goodPhotos } from '../../scripts/papers/paper-set.ts';
import { startProduct } from '../server/running-server.ts';
import { filledCase } from './filled-case.ts';
import { Office } from './office.ts';

const photo = goodPhotos(2026, 1)[0]!;

describe('the form against its photos', async () => {
  const product = await startProduct();
  after(product.stop);
  const citizen = await CitizenClient.scanned(product.baseUrl, product.sandboxUrl, 'mother-gansu');
  const readingOf = async (id: string): Promise<UploadReading> => {
    for (;;) {
      const reading = await citizen.api.call<UploadReading>('GET', `/uploads/${id}/reading`);
      if (reading.status !== 'pending') return reading;
      await new Promise((resume) => setTimeout(resume, 200));
    }
  };

  test('a receipt that says something else is warned of, and the case goes on with the difference in sight', async () => {
    const begun = await filledCase(citizen, 'maternity-delivery', '620000');
    const { id } = await citizen.upload(await photo.take(), { purpose: 'photo', paper: 'receipt' });
    assert.equal((await readingOf(id)).status, 'done');
    const attached = await citizen.attach(begun, 'receipts', { alternative: 'receipts', uploads: [id] });
    const typed = freshReceipts('测试某', '2026-10-12', [10_000]).map((receipt) => ({ ...receipt, uploads: [id] }));
    const draft = await citizen.save(attached, { receipts: typed });

    const checked = await citizen.check(draft);
    const differences = checked.warnings.filter(({ code }) => code.startsWith('reading-'));
    const total = differences.find(({ pointer }) => pointer === '/form/receipts/0/total');
    const onPaper = (Number(photo.fields['total']) / 100).toFixed(2);
    assert.ok(checked.ready, JSON.stringify(checked.errors));
    assert.equal(
      total?.message,
      `第 1 张票据的金额，您填的是「100.00 元」，照片上是「${onPaper} 元」。请对着票据核对一遍。`,
    );

    const submitted = await citizen.submit(draft);
    const { crossChecks, unmetRules } = await (await Office.of(product, '620000')).officer('window').one(submitted.id);
    assert.deepEqual(crossChecks, differences);
    assert.ok(unmetRules.every(({ code }) => !code.startsWith('reading-')));
  });
});
