/** Bad input gets a problem+json with a stable code and a sentence for people; nothing typed or photographed is lost. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, describe, test } from 'node:test';
import type { CaseView } from '@yiban/shared-types/cases';
import type { Problem } from '@yiban/shared-types/problems';
import { ApiClient, type Reply } from '../../scripts/client/api-client.ts';
import { CitizenClient, credentialQr } from '../../scripts/client/citizen.ts';
import { drawnPaper } from '../../scripts/demo/drawn-papers.ts';
import { startProduct } from '../server/running-server.ts';
import { filledCase } from './filled-case.ts';

const region = '620000';

for (const database of ['sqlite', 'mariadb'] as const) {
  describe(`bad input on ${database}`, async () => {
    const product = await startProduct({ database });
    after(product.stop);
    const citizen = await CitizenClient.scanned(product.baseUrl, product.sandboxUrl, 'retiree-gansu');
    const { api } = citizen;
    const draft = async (form = {}): Promise<CaseView> => citizen.open('remote-retiree', region, form);

    test('an unknown item and an unknown region', async () => {
      assertProblem(await api.send('GET', `/regions/${region}/items/no-such-item`), 404, 'unknown-item');
      assertProblem(await api.send('GET', '/regions/999999/items'), 404, 'unknown-region');
      assertProblem(await post(api, '/cases', { item: 'no-such-item', region }), 404, 'unknown-item');
    });

    test('a region that is not the person’s', async () => {
      assertProblem(await post(api, '/cases', { item: 'remote-retiree', region: '340000' }), 422, 'wrong-region');
    });

    test('a missing field and one that nobody asked for, each by its pointer', async () => {
      const problem = assertProblem(await post(api, '/cases', { region, colour: 'red' }), 400, 'malformed-request');
      assert.deepEqual(new Set(problem.errors?.map(({ pointer }) => pointer)), new Set(['/item', '/colour']));
    });

    test('a body that is no JSON', async () => {
      const answer = await api.send('POST', '/cases', Buffer.from('{"item":'), {
        'content-type': 'application/json',
        'idempotency-key': randomUUID(),
      });
      assertProblem(answer, 400, 'malformed-request');
    });

    test('an impossible date, a date to come and a division that is not: all told at once, and what was typed stays', async () => {
      const typed = {
        since: '2023-02-30',
        destination: { code: '330103', name: '下城区' },
        address: '某小区',
        phone: '1380000',
      };
      const { id } = await draft(typed);
      const checked = await citizen.check(await citizen.one(id));
      const codes = new Map(checked.errors.map(({ pointer, code }) => [pointer, code]));
      assert.equal(codes.get('/form/since'), 'impossible-date');
      assert.equal(codes.get('/form/destination'), 'unknown-division');
      assert.equal(codes.get('/form/phone'), 'wrong-format');
      for (const { message } of checked.errors) assert.match(message, /\p{Script=Han}/u);
      assert.deepEqual((await citizen.one(id)).form['since'], '2023-02-30');
      const saved = await citizen.save(await citizen.one(id), { since: '2099-01-01' });
      const again = await citizen.check(saved);
      assert.ok(again.errors.some(({ code }) => code === 'date-in-future'));
    });

    test('submitting what is not complete is refused with every fault, and keeps the draft', async () => {
      const incomplete = await draft({ address: '某小区' });
      const answer = await api.send(
        'POST',
        `/cases/${incomplete.id}/submit`,
        { version: incomplete.version },
        { 'idempotency-key': randomUUID() },
      );
      const problem = assertProblem(answer, 422, 'case-incomplete');
      assert.ok((problem.errors?.length ?? 0) >= 3);
      assert.equal((await citizen.one(incomplete.id)).form['address'], '某小区');
    });

    test('an ID number with a wrong check digit', async () => {
      const husband = await CitizenClient.scanned(product.baseUrl, product.sandboxUrl, 'husband-gansu');
      const opened = await husband.open('maternity-delivery', region, {
        claimant: 'husband',
        spouseIdNo: '110105194912310021',
      });
      const { errors } = await husband.check(opened);
      assert.ok(errors.some(({ pointer, code }) => pointer === '/form/spouseIdNo' && code === 'wrong-check-digit'));
    });

    test('a question that the form does not have', async () => {
      const { id, version } = await draft();
      assertProblem(
        await api.send('PATCH', `/cases/${id}`, { version, form: { nonsense: 1 } }),
        422,
        'unknown-question',
      );
    });

    test('a stale version, with the one that stands now', async () => {
      const opened = await draft();
      await citizen.save(opened, { address: '新的' });
      const problem = assertProblem(
        await api.send('PATCH', `/cases/${opened.id}`, { version: opened.version, form: { address: '旧的' } }),
        409,
        'stale-case',
      );
      assert.equal(problem.currentVersion, opened.version + 1);
      assert.equal((await citizen.one(opened.id)).form['address'], '新的');
    });

    test('opening an item twice offers the draft that stands', async () => {
      const standing = await draft();
      const problem = assertProblem(await post(api, '/cases', { item: 'remote-retiree', region }), 409, 'draft-exists');
      assert.equal(problem.draftId, standing.id);
    });

    test('the same Idempotency-Key: same body, same answer byte for byte; another body is refused', async () => {
      const key = randomUUID();
      const body = { item: 'remote-retiree', region, restart: true };
      const first = await api.send('POST', '/cases', body, { 'idempotency-key': key });
      const second = await api.send('POST', '/cases', body, { 'idempotency-key': key });
      assert.equal(second.text, first.text);
      assertProblem(
        await api.send('POST', '/cases', { ...body, form: { address: 'x' } }, { 'idempotency-key': key }),
        409,
        'idempotency-conflict',
      );
      assertProblem(await api.send('POST', '/cases', body), 400, 'idempotency-key-missing');
    });

    test('a case, a document and a photo that belong to someone else are not there', async () => {
      const stranger = await CitizenClient.scanned(product.baseUrl, product.sandboxUrl, 'worker-gansu');
      const { id } = await draft();
      const photo = await citizen.upload(await drawnPaper('户口簿', ['x']), {
        purpose: 'photo',
        paper: 'household-register',
      });
      for (const path of [`/cases/${id}`, `/cases/${id}/documents/registration-form`])
        assertProblem(await stranger.api.send('GET', path), 404, 'case-not-found');
      assertProblem(await stranger.api.send('POST', `/cases/${id}/check`, {}), 404, 'case-not-found');
      assertProblem(await stranger.api.send('GET', `/uploads/${photo.id}`), 404, 'upload-not-found');
      const own = await stranger.open('remote-worker', region);
      const taken = await stranger.api.send('PUT', `/cases/${own.id}/materials/work-proof`, {
        version: own.version,
        alternative: 'posting-letter',
        uploads: [photo.id],
      });
      assert.ok(taken.status === 404 || taken.status === 422, taken.text);
    });

    test('a QR that was used, one that ran out and one that is none', async () => {
      const anyone = new ApiClient(product.baseUrl);
      anyone.token = (await anyone.call<{ accessToken: string }>('POST', '/session', { browser: true })).accessToken;
      const qr = await credentialQr(product.sandboxUrl, 'worker-gansu');
      assert.equal((await anyone.send('POST', '/credential/scan', { qr })).status, 200);
      assertProblem(await anyone.send('POST', '/credential/scan', { qr }), 409, 'credential-used');
      assertProblem(
        await anyone.send('POST', '/credential/scan', { qr: 'https://example.com/' }),
        422,
        'credential-forged',
      );
    });

    test('a PDF named .jpg and a photo of 30 MB; the case keeps the photos it had', async () => {
      const good = await citizen.upload(await drawnPaper('户口簿', ['第一页']), {
        purpose: 'photo',
        paper: 'household-register',
      });
      const opened = await draft();
      const attached = await citizen.attach(opened, 'settlement-proof', {
        alternative: 'household-register',
        uploads: [good.id],
      });
      await assert.rejects(
        citizen.upload(Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n'.repeat(50)), { purpose: 'photo' }),
        /upload-not-a-photo/,
      );
      const large = await api.send('POST', '/uploads', undefined, {
        'tus-resumable': '1.0.0',
        'upload-length': String(30 * 1024 * 1024),
        'upload-metadata': `purpose ${Buffer.from('photo').toString('base64')}`,
      });
      assertProblem(large, 413, 'upload-too-large');
      assert.equal((await citizen.one(attached.id)).materials[0]?.uploads.length, 1);
    });

    test('the same receipt in two cases, told without naming the other person', async () => {
      const mother = await CitizenClient.scanned(product.baseUrl, product.sandboxUrl, 'mother-gansu');
      const first = await filledCase(mother, 'maternity-delivery', region);
      await mother.submit(first);
      const second = await filledCase(mother, 'maternity-prenatal', region);
      const copied = await mother.save(second, { receipts: first.form['receipts'] ?? null });
      const { errors } = await mother.check(copied);
      assert.ok(errors.some(({ code }) => code === 'receipt-used'));
      const answer = await mother.api.send(
        'POST',
        `/cases/${copied.id}/submit`,
        { version: copied.version },
        { 'idempotency-key': randomUUID() },
      );
      assert.ok(['case-incomplete', 'receipt-used'].includes(JSON.parse(answer.text).code));
      assert.doesNotMatch(answer.text, /李文静/);
    });

    test('no token, a broken one, and a citizen’s at the agency’s doors', async () => {
      const nobody = new ApiClient(product.baseUrl);
      assertProblem(await nobody.send('GET', '/cases'), 401, 'session-required');
      nobody.token = 'not.a.token';
      assertProblem(await nobody.send('GET', '/cases'), 401, 'session-required');
      assertProblem(await api.send('GET', '/agency/queue'), 401, 'officer-required');
      assertProblem(await api.send('GET', '/no/such/page'), 404, 'unknown-route');
    });

    test('a refresh token of two rotations ago ends the session', async () => {
      const anyone = new ApiClient(product.baseUrl);
      const { refreshToken } = await anyone.call<{ refreshToken: string }>('POST', '/session', { browser: true });
      const next = await anyone.call<{ refreshToken: string }>('POST', '/session/refresh', { refreshToken });
      const renewed = await anyone.call<{ refreshToken: string }>('POST', '/session/refresh', {
        refreshToken: next.refreshToken,
      });
      assertProblem(await anyone.send('POST', '/session/refresh', { refreshToken }), 401, 'session-reused');
      assertProblem(
        await anyone.send('POST', '/session/refresh', { refreshToken: renewed.refreshToken }),
        401,
        'session-expired',
      );
    });
  });
}

function post(api: ApiClient, path: string, body: object): Promise<Reply> {
  return api.send('POST', path, body, { 'idempotency-key': randomUUID() });
}

function assertProblem({ status, text, headers }: Reply, expectedStatus: number, code: string): Problem {
  assert.match(headers.get('content-type') ?? '', /^application\/problem\+json/, text);
  const problem: Problem = JSON.parse(text);
  assert.deepEqual([status, problem.code], [expectedStatus, code], text);
  assert.match(`${problem.title}${problem.detail}`, /\p{Script=Han}/u);
  return problem;
}
