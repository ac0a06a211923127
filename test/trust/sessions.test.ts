/** Refreshing, logging out, and what a token that somebody else has is good for. */
import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import type { LoginView, SessionTokens } from '@yiban/shared-types/session';
import { z } from 'zod';
import { ApiClient } from '../../scripts/client/api-client.ts';
import { CitizenClient } from '../../scripts/client/citizen.ts';
import { startProduct } from '../server/running-server.ts';

const login = z.object({ username: z.string(), password: z.string(), totp: z.string() });
const twoMinutesAgo = (): string => new Date(Date.now() - 121_000).toISOString();

for (const database of ['sqlite', 'mariadb'] as const) {
  describe(`sessions on ${database}`, async () => {
    const product = await startProduct({ database });
    after(product.stop);
    const { baseUrl, sandboxUrl } = product;
    const api = new ApiClient(baseUrl);

    const refreshed = async (refreshToken: string, of = ''): Promise<string> => {
      const { status, text } = await api.send('POST', `${of}/session/refresh`, { refreshToken });
      if (status !== 200) return /"code":"([a-z-]+)"/.exec(text)?.[1] ?? String(status);
      return (JSON.parse(text) as SessionTokens).refreshToken;
    };
    const opened = async (): Promise<string> =>
      (await api.call<SessionTokens>('POST', '/session', { browser: true })).refreshToken;
    /** A code works once, so that each login is another officer's. */
    const loggedIn = async (nth = 0): Promise<string> => {
      const officers = z.array(login).parse(await (await fetch(`${sandboxUrl}/officers`)).json());
      const { username, password, totp: code } = officers[nth] ?? assert.fail();
      return (await api.call<SessionTokens>('POST', '/agency/session', { username, password, code })).refreshToken;
    };

    for (const [who, of, token] of [
      ['a person', '', opened],
      ['an officer', '/agency', async () => loggedIn()],
    ] as const) {
      test(`${who} whose answer was lost is given the same tokens again, and those go on`, async () => {
        const first = await token();
        const second = await refreshed(first, of);
        assert.notEqual(second, first);
        assert.equal(await refreshed(first, of), second);
        const third = await refreshed(second, of);
        assert.match(third, /\./);
        // The last but one is nobody's who lost a single answer.
        assert.equal(await refreshed(first, of), 'session-reused');
        assert.equal(await refreshed(third, of), 'session-expired');
      });
    }

    test('refreshes that meet are all given the same', async () => {
      const first = await opened();
      const answers = await Promise.all(Array.from({ length: 8 }, async () => refreshed(first)));
      assert.equal(new Set(answers).size, 1, answers.join());
      assert.match(await refreshed(answers[0] ?? ''), /\./);
    });

    test('a token used two minutes after it was replaced ends the session', async () => {
      const first = await opened();
      const second = await refreshed(first);
      await product.sql(`UPDATE sessions SET rotatedAt = '${twoMinutesAgo()}' WHERE id = '${first.split('.')[0]}'`);
      assert.equal(await refreshed(first), 'session-reused');
      assert.equal(await refreshed(second), 'session-expired');
    });

    test('an officer who left the desk for three quarters of an hour logs in again; a person need not', async () => {
      const left = new Date(Date.now() - 46 * 60_000).toISOString();
      const officer = await loggedIn(1);
      await product.sql(`UPDATE officer_sessions SET createdAt = '${left}' WHERE id = '${officer.split('.')[0]}'`);
      assert.equal(await refreshed(officer, '/agency'), 'session-expired');

      const again = await refreshed(await loggedIn(2), '/agency');
      const [id] = again.split('.');
      await product.sql(`UPDATE officer_sessions SET createdAt = '${left}' WHERE id = '${id}'`);
      const working = await refreshed(again, '/agency');
      assert.match(working, /\./, 'logged in long ago, but at work');
      await product.sql(`UPDATE officer_sessions SET rotatedAt = '${left}' WHERE id = '${id}'`);
      assert.equal(await refreshed(working, '/agency'), 'session-expired');

      const person = await opened();
      await product.sql(`UPDATE sessions SET createdAt = '${left}' WHERE id = '${person.split('.')[0]}'`);
      assert.match(await refreshed(person), /\./);
    });

    test('a token from before the credential was scanned is not the person’s afterwards', async () => {
      const citizen = await CitizenClient.scanned(baseUrl, sandboxUrl, 'retiree-gansu');
      const before = await citizen.begin();
      const scanned = await citizen.scan('retiree-gansu');
      assert.equal(await refreshed(before.refreshToken), 'session-reused');
      assert.equal(await refreshed(scanned.refreshToken), 'session-expired');
    });

    test('a phone that was lost is logged out from another; WeChat there does not know the person any more', async () => {
      const lost = await CitizenClient.inWechat(baseUrl, sandboxUrl, 'worker-gansu', 'on-the-lost-phone');
      const here = await CitizenClient.scanned(baseUrl, sandboxUrl, 'worker-gansu');
      const logins = await here.api.call<readonly LoginView[]>('GET', '/me/sessions');
      assert.deepEqual([logins[0]?.own, logins.filter(({ own }) => own).length], [true, 1]);
      assert.ok(logins.some(({ inWechat, own }) => inWechat && !own));

      await here.api.call('DELETE', '/me/sessions');
      assert.equal((await lost.api.send('GET', '/me')).status, 401);
      assert.equal((await here.api.send('GET', '/me')).status, 200);
      assert.equal((await here.api.call<readonly LoginView[]>('GET', '/me/sessions')).length, 1);
      // Opened again on the lost phone, it takes the openid for a stranger's.
      assert.equal(await product.count('SELECT COUNT(*) AS n FROM wechat_accounts WHERE personId IS NOT NULL'), 0);
    });

    test('logging out ends the access token at once, here alone', async () => {
      const citizen = await CitizenClient.scanned(baseUrl, sandboxUrl, 'worker-gansu');
      const elsewhere = await CitizenClient.scanned(baseUrl, sandboxUrl, 'worker-gansu');
      assert.equal((await citizen.api.send('GET', '/me')).status, 200);
      await citizen.api.call('DELETE', '/session');
      const { status, text } = await citizen.api.send('GET', '/me');
      assert.deepEqual([status, /"code":"([a-z-]+)"/.exec(text)?.[1]], [401, 'session-expired']);
      assert.equal((await elsewhere.api.send('GET', '/me')).status, 200);
    });
  });
}
