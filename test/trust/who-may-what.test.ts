/** Walks every operation of the OpenAPI document as everyone there is; an operation without a decision fails. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, describe, test } from 'node:test';
import type { InboxPage } from '@yiban/shared-types/inbox';
import type { GrantView } from '@yiban/shared-types/grants';
import type { UnitView } from '@yiban/shared-types/units';
import { z } from 'zod';
import { ApiClient } from '../../scripts/client/api-client.ts';
import { CitizenClient } from '../../scripts/client/citizen.ts';
import { OfficerClient } from '../../scripts/client/officer.ts';
import { drawnSignature } from '../../scripts/demo/drawn-papers.ts';
import { filledCase } from '../api/filled-case.ts';
import { granted } from '../api/granted.ts';
import { startProduct } from '../server/running-server.ts';
import { askToAct, requestOf, type Things } from './requests.ts';
import { citizens, decisions, proxies, roles, type Cell, type Citizen, type Proxy } from './who-may-what.ts';

const region = '620000';
/** Codes that say: not you. */
const refusals = new Set([
  'session-required',
  'session-expired',
  'credential-required',
  'officer-required',
  'not-allowed',
  'case-not-found',
  'upload-not-found',
  'unit-not-found',
  'batch-not-found',
  'grant-not-found',
  'grant-not-valid',
]);

const document = z.object({
  paths: z.record(z.string(), z.record(z.string(), z.object({ operationId: z.string(), 'x-access': z.unknown() }))),
});

describe('who may what', async () => {
  const product = await startProduct();
  after(product.stop);
  const { baseUrl, sandboxUrl } = product;
  const { paths } = document.parse(await (await fetch(`${baseUrl}/api/openapi.json`)).json());
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { operationId, 'x-access': access }]) => ({
      path,
      method: method.toUpperCase(),
      id: operationId,
      access,
    })),
  );

  test('every operation is decided, and says who may call it; no decision is left over', () => {
    for (const { id, access } of operations) {
      assert.ok(id in decisions, `${id} has no decision in who-may-what.ts`);
      assert.notEqual(access, undefined, `${id} has no @Access`);
    }
    const known = new Set(operations.map(({ id }) => id));
    assert.deepEqual(
      Object.keys(decisions).filter((id) => !known.has(id)),
      [],
    );
  });

  const nobody = new ApiClient(baseUrl);
  const session = await ApiClientWithSession();
  const self = await CitizenClient.scanned(baseUrl, sandboxUrl, 'handler-gansu');
  const stranger = await CitizenClient.scanned(baseUrl, sandboxUrl, 'worker-gansu');
  const clients: Readonly<Record<Citizen, ApiClient>> = { nobody, session, self: self.api, stranger: stranger.api };
  const things = await thingsOf(self);
  const acting = await actingForOthers();
  const officers = await loggedIn(region);
  const elsewhere = await loggedIn('140825');

  async function ApiClientWithSession(): Promise<ApiClient> {
    const api = new ApiClient(baseUrl);
    const { accessToken } = await api.call<{ accessToken: string }>('POST', '/session', { browser: true });
    api.token = accessToken;
    return api;
  }

  async function thingsOf(person: CitizenClient): Promise<Things> {
    const filed = await person.submit(await filledCase(person, 'settlement-coordination', region));
    const upload = await person.upload(await drawnSignature(), { purpose: 'signature' });
    const unit = await person.api.call<UnitView>('POST', '/units', { region, creditCode: '91620102MA7YB0107J' });
    const inbox = await person.api.call<InboxPage>('GET', '/me/inbox');
    return {
      draft: '',
      filed: filed.id,
      upload: upload.id,
      inbox: inbox.items[0]?.id ?? '',
      unit: unit.id,
      batch: '',
      grant: '',
    };
  }

  /** Each proxy with the case that they ask for; each principal has one proxy, so that no other grant stands in. */
  async function actingForOthers(): Promise<
    Readonly<Record<Proxy, { readonly api: ApiClient; readonly filed: string }>>
  > {
    const scanned = async (person: string) => CitizenClient.scanned(baseUrl, sandboxUrl, person);
    const proxy = await scanned('daughter-gansu');
    const elsewise = await scanned('husband-gansu');
    const filedFor = async (person: string) => {
      const principal = await scanned(person);
      const { id: grant } = await granted(proxy, principal);
      const { id: filed } = await proxy.submit(await filledCase(proxy, 'settlement-coordination', region, { grant }));
      return { principal, grant, filed };
    };
    const standing = await filedFor('retiree-gansu');
    await granted(elsewise, standing.principal, { items: ['remote-resident'] });
    const revoked = await filedFor('retiree-90');
    await revoked.principal.endGrant(revoked.grant);
    const expired = await filedFor('resident-gansu');
    await product.sql(`UPDATE proxy_grants SET lastDay = '2026-01-01' WHERE id = '${expired.grant}'`);
    return {
      'in scope': { api: proxy.api, filed: standing.filed },
      'out of scope': { api: elsewise.api, filed: standing.filed },
      revoked: { api: proxy.api, filed: revoked.filed },
      expired: { api: proxy.api, filed: expired.filed },
    };
  }

  /** A batch of the region; nothing in it. */
  async function emptyBatch(): Promise<string> {
    const id = randomUUID();
    await product.sql(
      `INSERT INTO payment_batches (id, region, number, createdAt, createdBy, imports)
       VALUES ('${id}', '${region}', '${id.slice(0, 18)}', '2026-11-25T00:00:00.000Z', 'nobody', 0)`,
    );
    return id;
  }

  async function loggedIn(code: string): Promise<readonly (readonly [(typeof roles)[number], ApiClient])[]> {
    return Promise.all(
      roles.map(async (role) => [role, (await OfficerClient.loggedIn(baseUrl, sandboxUrl, role, code)).api] as const),
    );
  }

  async function outcome(api: ApiClient, operation: (typeof operations)[number], at: Things): Promise<string> {
    const { path, body, headers = {} } = requestOf(operation.id, operation.path, operation.method, at);
    const outside = !operation.path.startsWith('/api/v1');
    if (outside) return String((await fetch(`${baseUrl}${operation.path}`)).status);
    const { status, text } = await api.send(operation.method, path, body, headers);
    // HEAD has no body to say a code in.
    if (operation.method === 'HEAD' && status >= 400) return status === 401 ? 'session-required' : `status ${status}`;
    return /"code":"([a-z-]+)"/.exec(text)?.[1] ?? String(status);
  }

  function right(cell: Cell, got: string): boolean {
    if (cell === 'yes') return !refusals.has(got) && got !== 'internal-error';
    if (got.startsWith('status ')) return ['status 404', 'status 403'].includes(got);
    return got === cell;
  }

  /** Whose session the operation ends comes by one that nothing else is asked through. */
  async function clientOf(who: Citizen, id: string): Promise<ApiClient> {
    if (who === 'nobody' || !['SessionController.end', 'PersonalDataController.close'].includes(id))
      return clients[who];
    if (who === 'session') return ApiClientWithSession();
    return (await CitizenClient.scanned(baseUrl, sandboxUrl, who === 'self' ? 'handler-gansu' : 'worker-gansu')).api;
  }

  // Closing the account comes last but one, and logging out last: who did so is nobody's stranger, or nobody, any more.
  const place = (id: string): number => (id.endsWith('.logout') ? 2 : id.endsWith('.close') ? 1 : 0);
  const inOrder = operations.toSorted((a, b) => place(a.id) - place(b.id));
  for (const operation of inOrder) {
    test(`${operation.method} ${operation.path}`, async () => {
      const decision = decisions[operation.id];
      assert.ok(decision !== undefined);
      const wrong: string[] = [];
      const check = async (who: string, api: ApiClient, cell: Cell, at: Things): Promise<void> => {
        const got = await outcome(api, operation, at);
        if (!right(cell, got)) wrong.push(`${who}: ${got}, decided ${cell}`);
      };
      const at = {
        ...things,
        draft: (await self.open('remote-worker', region)).id,
        upload: (await self.upload(await drawnSignature(), { purpose: 'signature' })).id,
        batch: await emptyBatch(),
        grant: (await self.api.write<GrantView>('POST', '/grants', askToAct)).id,
      };
      for (const [role, api] of elsewhere) await check(`${role} elsewhere`, api, decision.elsewhere[role], at);
      // A proxy's draft is their own: what they ask for is what they filed.
      for (const who of decision.proxies === undefined ? [] : proxies)
        await check(who, acting[who].api, decision.proxies?.[who] ?? '', { ...at, draft: acting[who].filed });
      // The one whose thing it is comes last, as they may throw it away.
      for (const who of [...citizens].toSorted((a) => (a === 'self' ? 1 : -1)))
        await check(who, await clientOf(who, operation.id), decision.citizens[who], at);
      for (const [role, api] of officers) await check(role, api, decision.officers[role], at);
      assert.deepEqual(wrong, []);
    });
  }

  test('a token of another kind, a forged one, one without a signature and one of another key open nothing', async () => {
    const [header = '', payload = '', signature = ''] = (self.api.token ?? '').split('.');
    const none = Buffer.from(JSON.stringify({ alg: 'none' })).toString('base64url');
    const forged = Buffer.from(Buffer.from(payload, 'base64url').toString().replace('"citizen"', '"officer"')).toString(
      'base64url',
    );
    for (const token of [
      `${none}.${payload}.`,
      `${header}.${forged}.${signature}`,
      `${header}.${payload}.${'A'.repeat(43)}`,
      'x',
      `${header}.${payload}`,
    ]) {
      const api = new ApiClient(baseUrl);
      api.token = token;
      for (const path of ['/me', '/cases', '/agency/queue']) {
        const { status, text } = await api.send('GET', path);
        assert.equal(status, 401, path);
        assert.match(text, /session-required/);
      }
    }
  });

  test('nothing of a strange case is told apart from a case that does not exist', async () => {
    const absent = '0190a000-0000-7000-8000-000000000000';
    for (const path of ['', '/messages', '/documents/acceptance-notice']) {
      const [there, notThere] = await Promise.all([
        stranger.api.send('GET', `/cases/${things.filed}${path}`),
        stranger.api.send('GET', `/cases/${absent}${path}`),
      ]);
      assert.deepEqual([there.status, there.text], [notThere.status, notThere.text]);
    }
  });
});
