/** What somebody who means harm would try over the network: guessing, replaying, smuggling, and sending us elsewhere. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { after, describe, test } from 'node:test';
import type * as CredentialModule from '../../bff/src/gateways/credential/http-credential-gateway.ts';
import type * as SandboxConnectionsModule from '../../bff/src/gateways/sandbox-connections.ts';
import type * as SmsModule from '../../bff/src/gateways/sms/http-sms-gateway.ts';
import type * as WechatModule from '../../bff/src/gateways/wechat/http-wechat-gateway.ts';
import { ApiClient, type Reply } from '../../scripts/client/api-client.ts';
import { CitizenClient, credentialQr } from '../../scripts/client/citizen.ts';
import { drawnSignature } from '../../scripts/demo/drawn-papers.ts';
import { filledCase } from '../api/filled-case.ts';
import { startProduct } from '../server/running-server.ts';

const built = async <M>(file: string): Promise<M> =>
  (await import(new URL(`../../bff/dist/gateways/${file}`, import.meta.url).href)) as M;

/** Of s3-storage.ts, whose constructor the tests’ compiler cannot read. */
interface Buckets {
  readonly S3Storage: {
    readonly open: (settings: object, patience: number) => Promise<{ readonly get: (key: string) => Promise<Buffer> }>;
  };
}

const codeOf = ({ status, text }: Reply): string => `${status} ${/"code":"([a-z-]+)"/.exec(text)?.[1] ?? ''}`;
/** A refusal without what is new in each. */
const bodyOf = ({ text }: Reply): unknown => ({
  ...(JSON.parse(text === '' ? '{}' : text) as object),
  instance: undefined,
});

for (const database of ['sqlite', 'mariadb'] as const) {
  describe(`attacks, on ${database}`, async () => {
    const product = await startProduct({
      database,
      env: { LOG_LEVEL: 'debug', LIMITS: 'login=20/900,verify=30/60,link=20/600,scan=60/600' },
    });
    after(product.stop);
    const { baseUrl, sandboxUrl } = product;
    const nobody = new ApiClient(baseUrl);
    const owner = await CitizenClient.scanned(baseUrl, sandboxUrl, 'handler-gansu');
    const stranger = await CitizenClient.scanned(baseUrl, sandboxUrl, 'worker-gansu');
    const filed = await owner.submit(await filledCase(owner, 'settlement-coordination', '620000'));
    const upload = await owner.upload(await drawnSignature(), { purpose: 'signature' });

    test('a stranger’s case or photo is answered as one that is not there, by whatever method', async () => {
      for (const [method, path, body] of [
        ['GET', '/cases/ID', undefined],
        ['PATCH', '/cases/ID', { version: 1, form: {} }],
        ['POST', '/cases/ID/check', {}],
        ['GET', '/cases/ID/messages', undefined],
        ['DELETE', '/cases/ID', undefined],
        ['GET', '/grants/ID', undefined],
      ] as const) {
        const ask = async (id: string) => stranger.api.send(method, path.replace('ID', id), body);
        const [there, absent] = [await ask(filed.id), await ask(randomUUID())];
        assert.deepEqual([there.status, bodyOf(there)], [absent.status, bodyOf(absent)], `${method} ${path}`);
        assert.ok(there.status >= 400, `${method} ${path}`);
      }
      const [there, absent] = [
        await stranger.api.send('GET', `/uploads/${upload.id}`),
        await stranger.api.send('GET', `/uploads/${randomUUID()}`),
      ];
      assert.deepEqual([there.status, bodyOf(there)], [absent.status, bodyOf(absent)]);
    });

    test('an officer’s name that exists is answered as one that does not', async () => {
      const login = async (username: string) =>
        nobody.send('POST', '/agency/session', { username, password: 'not-the-password', code: '000000' });
      const [known, unknown] = [await login('window-620000'), await login('nobody-at-all')];
      assert.deepEqual([known.status, bodyOf(known)], [unknown.status, bodyOf(unknown)]);
      const open = async (username: string) =>
        nobody.send('POST', '/agency/officers/opening', { username, invitation: 'AAAAA-AAAAA' });
      const [invited, uninvited] = [await open('window-620000'), await open('nobody-at-all')];
      assert.deepEqual([invited.status, bodyOf(invited)], [uninvited.status, bodyOf(uninvited)]);
    });

    test('a QR that was scanned opens nothing a second time, not for two at once either', async () => {
      const qr = await credentialQr(sandboxUrl, 'retiree-gansu');
      const phones = await Promise.all(
        Array.from({ length: 4 }, async () => {
          const api = new ApiClient(baseUrl);
          api.token = (await api.call<{ accessToken: string }>('POST', '/session', { browser: true })).accessToken;
          return api;
        }),
      );
      const answers = await Promise.all(phones.map(async (api) => api.send('POST', '/credential/scan', { qr })));
      assert.equal(answers.filter(({ status }) => status < 300).length, 1, answers.map(codeOf).join());
      for (const api of phones) assert.ok((await api.send('POST', '/credential/scan', { qr })).status >= 400);
    });

    for (const [what, most, guess] of [
      [
        'a code of a document',
        31,
        async () => nobody.send('GET', `/verify/${randomUUID().slice(0, 12).toUpperCase()}`),
      ],
      ['a link to a grant', 21, async () => stranger.api.send('GET', `/grants/requests/${randomUUID()}`)],
      ['a QR', 61, async () => stranger.api.send('POST', '/credential/scan', { qr: randomUUID() })],
      [
        'an invitation',
        21,
        async () =>
          nobody.send('POST', '/agency/officers/opening', { username: 'window-620000', invitation: 'AAAAA-AAAAA' }),
      ],
    ] as const)
      test(`${what} cannot be guessed: every wrong one is answered alike, and soon none any more`, async () => {
        const wrong = new Set<string>();
        for (let i = 0; i < most; i += 1) {
          const answer = await guess();
          assert.ok(answer.status >= 400, codeOf(answer));
          if (answer.status === 429) return;
          wrong.add(codeOf(answer));
          assert.equal(wrong.size, 1, [...wrong].join());
        }
        assert.fail(`${most} guesses, and no end`);
      });

    test('line breaks in fields, headers and addresses make no line of the log', async () => {
      const forged = '{"level":30,"msg":"forged by an attacker"}';
      for (const breaks of ['\r\n', '\n', '\u2028', '\u0085', '\0']) {
        const text = `x${breaks}${forged}`;
        await nobody.send('POST', '/agency/session', { username: text, password: text, code: '123456' });
        await nobody.send('GET', `/verify/${encodeURIComponent(text)}`);
        await stranger.api.send('POST', '/cases', { item: text, region: text }, { 'idempotency-key': randomUUID() });
      }
      await nobody.send('GET', '/regions', undefined, { 'user-agent': `x ${forged}`, 'x-request-id': forged });
      for (const line of product
        .log()
        .split('\n')
        .filter((one) => one.trim() !== '')) {
        const entry = JSON.parse(line) as { msg?: string };
        assert.ok(!(entry.msg ?? '').includes('forged'), line);
      }
    });

    test('a header smuggled in by an address or a value, and a second request in a first, are no header and no request', async () => {
      for (const raw of [
        'GET /api/v1/verify/A%0d%0aset-cookie:%20x=1 HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n',
        'GET /api/v1/regions HTTP/1.1\r\nhost: evil.example\r\nx-forwarded-host: evil.example\r\nconnection: close\r\n\r\n',
        'POST /api/v1/session HTTP/1.1\r\nhost: x\r\ncontent-length: 2\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\nGET /metrics HTTP/1.1\r\nhost: x\r\n\r\n',
      ]) {
        const answer = await sent(raw);
        assert.doesNotMatch(answer, /set-cookie|evil\.example|process_cpu/i, raw);
        assert.equal(answer.match(/^HTTP\/1\.1 /gm)?.length, 1, answer);
      }
    });

    test('no way leads out of what the server gives', async () => {
      for (const path of [
        '/../../../etc/passwd',
        '/..%2f..%2f..%2fetc%2fpasswd',
        '/%2e%2e/%2e%2e/yiban.sqlite',
        '/static/..%5c..%5cyiban.sqlite',
        '/api/v1/uploads/..%2f..%2fyiban.sqlite',
        '/api/v1/../../yiban.sqlite',
        '//etc/passwd',
        '/yiban.sqlite%00.html',
      ]) {
        const answer = await sent(`GET ${path} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n`);
        assert.doesNotMatch(answer, /root:x:|SQLite format/, path);
        assert.doesNotMatch(answer, /^HTTP\/1\.1 5/, path);
      }
    });

    test('an outside system that sends us elsewhere is not followed there', async () => {
      let reached = 0;
      await using inside = await listening((_, response) => {
        reached += 1;
        response.end('{}');
      });
      let asked = 0;
      await using turned = await listening((_, response) => {
        asked += 1;
        response.writeHead(307, { location: inside.url }).end();
      });
      const { sandboxConnections } = await built<typeof SandboxConnectionsModule>('sandbox-connections.js');
      const { credential, wechat, sms } = sandboxConnections(turned.url);
      const { HttpCredentialGateway } = await built<typeof CredentialModule>('credential/http-credential-gateway.js');
      const { HttpWechatGateway } = await built<typeof WechatModule>('wechat/http-wechat-gateway.js');
      const { HttpSmsGateway } = await built<typeof SmsModule>('sms/http-sms-gateway.js');
      const { S3Storage } = await built<Buckets>('storage/s3-storage.js');
      const s3 = {
        endpoint: turned.url,
        region: 'x',
        bucket: 'b',
        accessKeyId: 'a',
        secretAccessKey: 's',
        pathStyle: true,
      };
      for (const [name, ask] of [
        ['credential', async () => new HttpCredentialGateway(credential).decode('a qr')],
        ['wechat', async () => new HttpWechatGateway(wechat).login('a code')],
        [
          'sms',
          async () =>
            new HttpSmsGateway(sms).send({
              key: 'k',
              phone: '13900000000',
              template: 'progress',
              parameters: {},
            }),
        ],
        ['s3', async () => S3Storage.open(s3, 500).then(async (storage) => storage.get('a/b'))],
      ] as const) {
        const before = asked;
        await ask().catch(() => undefined);
        assert.ok(asked > before, `${name} was asked nothing`);
        assert.equal(reached, 0, name);
      }
    });

    async function sent(raw: string): Promise<string> {
      const socket = connect(Number(new URL(baseUrl).port), '127.0.0.1');
      socket.setTimeout(5000, () => socket.destroy());
      socket.end(raw);
      let answer = '';
      for await (const bytes of socket) answer += String(bytes);
      return answer;
    }
  });
}

async function listening(
  answer: Parameters<typeof createServer>[1] & object,
): Promise<{ readonly url: string } & AsyncDisposable> {
  const server: Server = createServer(answer as never);
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}
