/** Accounts of officers: opened, blocked, unlocked and renewed, over HTTP against the product as it runs. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, describe, test } from 'node:test';
import type {
  AuthenticatorSecret,
  Invitation,
  OfficerAccount,
  OfficerLoginView,
} from '@yiban/shared-types/administration';
import type { Problem } from '@yiban/shared-types/problems';
import { ApiClient } from '../../scripts/client/api-client.ts';
import { CitizenClient } from '../../scripts/client/citizen.ts';
import { startProduct } from '../server/running-server.ts';
import { filedDelivery } from './filed-delivery.ts';
import { atWork, codeOf, hired, officersFile } from './hired-officers.ts';

const staff = {
  administrator: hired('guanli', ['administrator']),
  elsewhere: hired('guanli-xinjiang', ['administrator'], '140825'),
  reviewer: hired('duoneng', ['window', 'first-reviewer', 'second-reviewer']),
  second: hired('guanli-er', ['administrator']),
  moved: hired('diaogang', ['window']),
  clumsy: hired('shouwu', ['window']),
};
const password = '兰州的牛肉面一清二白三红四绿';

for (const database of ['sqlite', 'mariadb'] as const) {
  describe(`accounts of officers on ${database}`, async () => {
    const product = await startProduct({ database, env: { OFFICERS_FILE: officersFile(Object.values(staff)) } });
    after(product.stop);
    const { baseUrl, sandboxUrl } = product;
    const [administrator, elsewhere, reviewer] = await Promise.all([
      atWork(product, staff.administrator),
      atWork(product, staff.elsewhere),
      atWork(product, staff.reviewer),
    ]);
    const nobody = new ApiClient(baseUrl);
    /** Codes of the authenticator work once: who needs another takes the one of the next half minute. */
    const nextCode = async (totpSecret: string): Promise<string> => codeOf({ ...staff.clumsy, totpSecret });
    const code = async (api: ApiClient, method: string, path: string, body?: object): Promise<string> => {
      const { status, text } = await api.send(method, path, body, { 'idempotency-key': randomUUID() });
      return `${status} ${status >= 400 ? (JSON.parse(text) as Problem).code : ''}`;
    };
    const accounts = async (): Promise<readonly OfficerAccount[]> => administrator.api.call('GET', '/agency/officers');
    const fresh = (username: string): object => ({
      username,
      name: '新来的',
      roles: ['window'],
      idNo: '620102199003071234',
    });

    /** Opens the account with its invitation; gives how to log in. */
    const opened = async ({ officer, code: invitation }: Invitation): Promise<{ secret: string; username: string }> => {
      const { username } = officer;
      const { secret } = await nobody.call<AuthenticatorSecret>('POST', '/agency/officers/opening', {
        username,
        invitation,
      });
      const body = { username, invitation, password, code: await nextCode(secret) };
      assert.equal(await code(nobody, 'POST', '/agency/officers/opened', body), '204 ');
      return { secret, username };
    };
    const login = async (username: string, secret: string, given = password): Promise<string> =>
      code(nobody, 'POST', '/agency/session', { username, password: given, code: await nextCode(secret) });

    test('an account is opened once, by its code, with a password and authenticator of the officer’s own', async () => {
      const body = fresh('xinlai-yi');
      const headers = { 'idempotency-key': randomUUID() };
      const [one, two] = await Promise.all(
        [1, 2].map(async () => administrator.api.send('POST', '/agency/officers', body, headers)),
      );
      assert.equal(one?.text, two?.text, 'asked twice, it is one account with one code');
      const invitation = JSON.parse(one?.text ?? '') as Invitation;
      assert.equal(invitation.officer.state, 'invited');
      assert.equal(await code(administrator.api, 'POST', '/agency/officers', body), '409 username-taken');
      const { username } = invitation.officer;
      const begin = { username, invitation: invitation.code };
      assert.equal(
        await code(nobody, 'POST', '/agency/officers/opening', { ...begin, invitation: 'AAAAA-AAAAA' }),
        '401 invitation-invalid',
      );
      const { secret } = await nobody.call<AuthenticatorSecret>('POST', '/agency/officers/opening', begin);
      for (const [weak, said] of [
        ['short', /至少 12 位/],
        ['aaaaaaaaaaaaaa', /重复的字太多/],
        ['xinlai-yi-password', /不要带账号/],
      ] as const) {
        const open = { ...begin, password: weak, code: await nextCode(secret) };
        const { status, text } = await nobody.send('POST', '/agency/officers/opened', open);
        assert.equal(status, 422);
        assert.match(text, said);
      }
      await opened(invitation);
      assert.equal(
        await code(nobody, 'POST', '/agency/officers/opening', begin),
        '401 invitation-invalid',
        'the code works once',
      );
      assert.equal((await accounts()).find((account) => account.username === username)?.state, 'active');
    });

    test('another region’s administrator sees and touches none of them; nobody blocks themselves', async () => {
      const [some] = await accounts();
      const theirs = await elsewhere.api.call<OfficerAccount[]>('GET', '/agency/officers');
      assert.deepEqual(
        theirs.map(({ username }) => username),
        ['guanli-xinjiang'],
      );
      for (const deed of ['block', 'unblock', 'invitation'])
        assert.equal(
          await code(elsewhere.api, 'POST', `/agency/officers/${some?.id}/${deed}`),
          '404 officer-not-found',
        );
      const self = (await accounts()).find(({ username }) => username === staff.administrator.username);
      assert.equal(await code(administrator.api, 'POST', `/agency/officers/${self?.id}/block`), '409 not-oneself');
    });

    test('who is locked is told how long, and an administrator lets them in again', async () => {
      const { username } = staff.clumsy;
      for (let i = 0; i < 5; i += 1)
        assert.equal(await login(username, staff.clumsy.totpSecret, 'wrong'), '401 login-failed');
      const body = { username, password: staff.clumsy.password, code: codeOf(staff.clumsy) };
      const { status, text } = await nobody.send('POST', '/agency/session', body);
      assert.equal(status, 429);
      assert.match((JSON.parse(text) as Problem).detail ?? '', /请等 1[45] 分钟再试；急用请管理员/);
      const locked = (await accounts()).find((one) => one.username === username);
      assert.equal(locked?.state, 'locked');
      assert.equal(await code(administrator.api, 'POST', `/agency/officers/${locked?.id}/unblock`), '200 ');
      assert.equal(await code(nobody, 'POST', '/agency/session', body), '201 ');
    });

    test('a blocked officer is out at once, everywhere, and is told so only after the right password', async () => {
      const invitation = await administrator.api.write<Invitation>('POST', '/agency/officers', fresh('lizhi'));
      const { secret, username } = await opened(invitation);
      // The code that confirmed the authenticator is used: the next half minute's is right, too.
      await product.sql(`UPDATE officers SET lastTotpStep = 0 WHERE username = '${username}'`);
      const api = new ApiClient(baseUrl);
      const session = await api.call<{ accessToken: string; refreshToken: string }>('POST', '/agency/session', {
        username,
        password,
        code: await nextCode(secret),
      });
      api.token = session.accessToken;
      assert.equal(await code(api, 'GET', '/agency/queue'), '200 ');
      const { id } = invitation.officer;
      assert.equal(await code(administrator.api, 'POST', `/agency/officers/${id}/block`), '200 ');
      assert.equal(await code(api, 'GET', '/agency/queue'), '401 session-expired');
      const { refreshToken } = session;
      assert.equal(await code(nobody, 'POST', '/agency/session/refresh', { refreshToken }), '401 session-expired');
      await product.sql(`UPDATE officers SET lastTotpStep = 0 WHERE username = '${username}'`);
      assert.equal(await login(username, secret, 'wrong'), '401 login-failed');
      assert.equal(await login(username, secret), '403 account-blocked');
      assert.equal(await code(administrator.api, 'POST', `/agency/officers/${id}/unblock`), '200 ');
      assert.equal(await login(username, secret), '201 ');
    });

    test('a new code takes the place of a lost second factor: the old one opens nothing more', async () => {
      const invitation = await administrator.api.write<Invitation>('POST', '/agency/officers', fresh('diule'));
      const { secret, username } = await opened(invitation);
      const path = `/agency/officers/${invitation.officer.id}/invitation`;
      const again = await administrator.api.write<Invitation>('POST', path, {});
      await product.sql(`UPDATE officers SET lastTotpStep = 0 WHERE username = '${username}'`);
      assert.equal(await login(username, secret), '401 login-failed');
      const renewed = await opened(again);
      assert.notEqual(renewed.secret, secret);
      await product.sql(`UPDATE officers SET lastTotpStep = 0 WHERE username = '${username}'`);
      assert.equal(await login(username, renewed.secret), '201 ');
    });

    test('roles change only by another administrator of the region, who leaves one administrator at least', async () => {
      const own = (await accounts()).find(({ username }) => username === staff.administrator.username);
      const second = (await accounts()).find(({ username }) => username === staff.second.username);
      const roles = async (of: string | undefined, given: readonly string[], api = administrator.api) =>
        code(api, 'PUT', `/agency/officers/${of}/roles`, { roles: given });
      assert.equal(await roles(second?.id, ['window'], elsewhere.api), '404 officer-not-found');
      assert.equal(await roles(second?.id, ['window'], reviewer.api), '403 not-allowed');
      assert.equal(await roles(own?.id, ['window']), '409 not-oneself');
      assert.equal(await roles(second?.id, []), '400 malformed-request');
      assert.equal(await roles(second?.id, ['director']), '400 malformed-request');

      // Each takes the role from the other at once: one of them keeps it.
      const other = await atWork(product, staff.second);
      const answers = await Promise.all([roles(second?.id, ['window']), roles(own?.id, ['window'], other.api)]);
      assert.equal(answers.filter((answer) => answer === '200 ').length, 1, answers.join());
      await asItWas();

      // Each blocks the other at once: one of them goes on.
      const again = await atWork(product, staff.second);
      const block = async (api: ApiClient, of: string | undefined) => code(api, 'POST', `/agency/officers/${of}/block`);
      const blocks = await Promise.all([block(administrator.api, second?.id), block(again.api, own?.id)]);
      assert.equal(blocks.filter((answer) => answer === '200 ').length, 1, blocks.join());
      await asItWas();

      /** So that what comes after has both administrators. */
      async function asItWas(): Promise<void> {
        const both = `'${own?.id}', '${second?.id}'`;
        await product.sql(
          `UPDATE officers SET roles = '["administrator"]', blockedAt = NULL, lastTotpStep = 0 WHERE id IN (${both})`,
        );
        await product.sql(`UPDATE officer_sessions SET endedAt = NULL WHERE officerId = '${own?.id}'`);
      }
    });

    test('with other roles an officer’s open sessions end, and the next login has the new ones', async () => {
      const { id = '' } = (await accounts()).find(({ username }) => username === staff.moved.username) ?? {};
      const before = await atWork(product, staff.moved);
      assert.equal(await code(before.api, 'GET', '/agency/payables'), '403 not-allowed');
      const changed = await administrator.api.call<OfficerAccount>('PUT', `/agency/officers/${id}/roles`, {
        roles: ['payer', 'window'],
      });
      assert.deepEqual(changed.roles, ['window', 'payer']);
      assert.equal(await code(before.api, 'GET', '/agency/queue'), '401 session-expired');
      await product.sql(`UPDATE officers SET lastTotpStep = 0 WHERE id = '${id}'`);
      const again = await atWork(product, staff.moved);
      assert.equal(await code(again.api, 'GET', '/agency/payables'), '200 ');
    });

    test('an officer changes their password and authenticator, and ends a session that they left open', async () => {
      const own = staff.reviewer;
      const renew = async (): Promise<void> =>
        product.sql(`UPDATE officers SET lastTotpStep = 0 WHERE username = '${own.username}'`);
      const { api } = reviewer;
      await renew();
      const left = await atWork(product, own);
      const sessions = async (): Promise<readonly OfficerLoginView[]> => api.call('GET', '/agency/me/sessions');
      const [, ...rest] = (await sessions()).toSorted((a, b) => Number(b.own) - Number(a.own));
      assert.equal(rest.length, 1);
      await api.call('DELETE', `/agency/me/sessions/${rest[0]?.id}`);
      assert.equal(await code(left.api, 'GET', '/agency/queue'), '401 session-expired');

      const change = async (old: string, next: string): Promise<string> =>
        code(api, 'POST', '/agency/me/password', { old, password: next });
      assert.equal(await change('wrong', password), '422 password-wrong');
      assert.equal(await change(own.password, own.password), '422 password-weak');
      assert.equal(await change(own.password, password), '204 ');
      assert.equal(await code(api, 'GET', '/agency/queue'), '200 ', 'this session goes on');

      const { secret } = await api.call<AuthenticatorSecret>('POST', '/agency/me/authenticator', { password });
      await renew();
      assert.equal(await login(own.username, own.totpSecret), '201 ', 'the old one counts until then');
      const confirm = async (given: string): Promise<string> =>
        code(api, 'POST', '/agency/me/authenticator/confirmed', { code: given });
      assert.equal(await confirm('000000'), '422 code-wrong');
      assert.equal(await confirm(await nextCode(secret)), '204 ');
      await renew();
      assert.equal(await login(own.username, own.totpSecret), '401 login-failed');
      assert.equal(await login(own.username, secret), '201 ');
    });

    test('an officer whom an earlier duty bars is told why, in words', async () => {
      const mother = await CitizenClient.scanned(baseUrl, sandboxUrl, 'mother-gansu');
      const { id } = await filedDelivery(mother);
      await reviewer.act('accept', id);
      const { claimedTotal: claimed } = await reviewer.claim(id);
      const settlement = [{ category: 'treatment', claimed, approved: claimed }];
      const { whyNothing, officerActions } = await reviewer.act('pass', id, { settlement });
      assert.deepEqual(officerActions, []);
      assert.equal(whyNothing, '您办过这个办件的「初审」，「复核」要由另一位同事办理。');
      assert.equal((await administrator.one(id)).whyNothing, '现在等「复核」，您的岗位不办这一步。');
    });

    test('a password or second factor stands nowhere in the log', () => {
      assert.ok(!product.log().includes(password));
    });
  });
}
