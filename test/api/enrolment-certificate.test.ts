/** 参保凭证: issued at once, checked by anyone, withdrawn by its person or by a newer one. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, describe, test } from 'node:test';
import type { CaseView } from '@yiban/shared-types/cases';
import type { DocumentVerification } from '@yiban/shared-types/documents';
import { CitizenClient } from '../../scripts/client/citizen.ts';
import { startProduct } from '../server/running-server.ts';
import { filledCase } from './filled-case.ts';
import { codeOnPaper } from './paper-code.ts';

for (const database of ['sqlite', 'mariadb'] as const) {
  describe(`the enrolment certificate on ${database}`, async () => {
    const product = await startProduct({ database });
    after(product.stop);
    const citizen = await CitizenClient.scanned(product.baseUrl, product.sandboxUrl, 'worker-gansu');
    const verify = (code: string): Promise<DocumentVerification> => citizen.api.call('GET', `/verify/${code}`);

    async function issued(): Promise<{ view: CaseView; id: string; pdf: Buffer; code: string }> {
      const view = await citizen.submit(await filledCase(citizen, 'enrolment-certificate', '620000'));
      assert.deepEqual([view.status, view.outcome], ['closed', 'granted'], view.next);
      const certificate = view.documents.find(({ kind }) => kind === 'enrolment-certificate');
      assert.ok(certificate);
      const pdf = await citizen.api.pdf(`/cases/${view.id}/documents/${certificate.id}`);
      return { view, id: certificate.id, pdf, code: codeOnPaper(pdf) };
    }

    test('it is issued in the request, and its hash is that of the file', async () => {
      const { pdf, code } = await issued();
      const answer = await verify(code);
      assert.deepEqual([answer.kind, answer.valid, answer.person], ['enrolment-certificate', true, '马*国']);
      assert.equal(answer.sha256, createHash('sha256').update(pdf).digest('hex'));
      const altered = Buffer.from(pdf);
      altered[altered.length - 200] = (altered[altered.length - 200] ?? 0) ^ 1;
      assert.notEqual(answer.sha256, createHash('sha256').update(altered).digest('hex'));
    });

    test('a newer certificate ends the older one, and the person can take one back', async () => {
      const older = await issued();
      const newer = await issued();
      assert.equal((await verify(older.code)).valid, false);
      assert.equal((await verify(newer.code)).valid, true);
      const path = `/cases/${newer.view.id}/documents/${newer.id}/withdraw`;
      const view = await citizen.api.write<CaseView>('POST', path, {});
      assert.ok(view.documents.find(({ id }) => id === newer.id)?.withdrawnAt);
      const answer = await verify(newer.code);
      assert.equal(answer.valid, false);
      assert.ok(answer.withdrawnAt);
      assert.match((await citizen.api.send('POST', path, {})).text, /document-withdrawn/);
    });

    test('a paper that others do not rely on is not taken back, and a stranger finds nothing to take', async () => {
      const { view, id } = await issued();
      const notice = view.documents.find(({ kind }) => kind === 'acceptance-notice');
      const refused = await citizen.api.send('POST', `/cases/${view.id}/documents/${notice?.id ?? ''}/withdraw`, {});
      assert.match(refused.text, /document-not-withdrawable/);
      const stranger = await CitizenClient.scanned(product.baseUrl, product.sandboxUrl, 'retiree-gansu');
      assert.equal((await stranger.api.send('POST', `/cases/${view.id}/documents/${id}/withdraw`, {})).status, 404);
    });

    test('a code that nobody issued is not found', async () => {
      assert.match((await citizen.api.send('GET', '/verify/AAAABBBBCCCC')).text, /verification-not-found/);
    });
  });
}
