// The gateway adapters of the BFF against the sandbox over real sockets: the protocols of design/gateways.md, and what
// the adapters make of an outside system that is slow, failing, lying, answering twice or gone.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, beforeEach, test } from 'node:test';
import type * as CredentialHttpCredentialGatewayModule from '../../bff/src/gateways/credential/http-credential-gateway.ts';
import type * as GatewayErrorsModule from '../../bff/src/gateways/gateway-errors.ts';
import type * as InsurancePlatformHttpInsurancePlatformModule from '../../bff/src/gateways/insurance-platform/http-insurance-platform.ts';
import type * as SandboxConnectionsModule from '../../bff/src/gateways/sandbox-connections.ts';
import type * as SmsHttpSmsGatewayModule from '../../bff/src/gateways/sms/http-sms-gateway.ts';
import type * as WechatHttpWechatGatewayModule from '../../bff/src/gateways/wechat/http-wechat-gateway.ts';
import { buildSandbox } from '../../scripts/sandbox/sandbox.ts';

type Built<Module> = Promise<Module>;
const built = (file: string) => import(new URL(`../../bff/dist/gateways/${file}`, import.meta.url).href);

const { HttpInsurancePlatform } = await (built('insurance-platform/http-insurance-platform.js') as Built<
  typeof InsurancePlatformHttpInsurancePlatformModule
>);
const { HttpCredentialGateway } = await (built('credential/http-credential-gateway.js') as Built<
  typeof CredentialHttpCredentialGatewayModule
>);
const { HttpWechatGateway } = await (built('wechat/http-wechat-gateway.js') as Built<
  typeof WechatHttpWechatGatewayModule
>);
const { HttpSmsGateway } = await (built('sms/http-sms-gateway.js') as Built<typeof SmsHttpSmsGatewayModule>);
const { GatewayRefused, GatewayUnavailable } = await (built('gateway-errors.js') as Built<typeof GatewayErrorsModule>);
const { sandboxConnections } = await (built('sandbox-connections.js') as Built<typeof SandboxConnectionsModule>);

let sandbox: Awaited<ReturnType<typeof buildSandbox>>;
let url: string;

before(async () => {
  sandbox = await buildSandbox();
  url = await sandbox.listen({ port: 0, host: '127.0.0.1' });
});
after(() => sandbox.close());
beforeEach(async () => {
  for (const target of ['platform', 'credential', 'wechat', 'sms']) await misbehave(target, 'none');
});

const misbehave = (target: string, mode: string, more: { count?: number; ms?: number } = {}) =>
  post('/misbehave', { target, mode, ...more });

async function post(path: string, body: object) {
  const response = await fetch(url + path, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json' },
  });
  return (await response.json()) as { qr: string; svg: string; png: string; code: string; openid: string };
}
/** What the human side of the sandbox lists: each list has some of these. */
interface Listed {
  readonly key: string;
  readonly name: string;
  readonly idType: string;
  readonly idNo: string;
  readonly region: string;
  readonly insuplc_admdvs: string;
  readonly infno: string;
  readonly openid: string;
  readonly creditCode: string;
  readonly data: Readonly<Record<string, string>>;
}
const read = async (path: string) => (await (await fetch(url + path)).json()) as Listed[];

/** Gansu speaks the national envelope, Anhui the signed one, Xinjiang county has a single entry and its own number. */
function platformAt(baseUrl: string, more: { timeoutMs?: number } = {}) {
  const connection = { ...sandboxConnections(baseUrl).platform };
  const region = (code: string, envelope: 'national' | 'province', divisions: string[], transactions = {}) => ({
    code,
    divisions,
    fixmedinsCode: `H${code}00001`,
    fixmedinsName: '医保易办',
    receiverSystem: 'MBS_LOCAL',
    envelope,
    transactions,
    connection,
  });
  return new HttpInsurancePlatform({
    ...more,
    regions: [
      region('620000', 'national', ['62*']),
      region('140825', 'national', ['140825'], {
        'register-maternity': { infno: '25003', path: '/fsi/api', node: 'matn' },
      }),
      region('340000', 'province', ['34*']),
    ],
  });
}

const officer = { kind: 'officer', id: '019aba5e-7f3c-7d10-9a4e-3b2f5a6c7d8e', name: '祁连云' } as const;

async function insured(key: string) {
  const known = (await read('/people')).find((one) => one.key === key)!;
  const identity = { by: 'id-number', idType: known.idType, idNo: known.idNo, name: known.name } as const;
  const { value } = await platformAt(url).person(known.region, identity);
  return {
    region: known.region,
    known,
    record: value,
    person: { psnNo: value.psnNo, division: known.insuplc_admdvs },
  };
}

let sequence = 0;
const freshKey = () => `contract-${process.pid}-${++sequence}`;

async function remoteCare(key: string, personKey = 'retiree-gansu') {
  const { region, person } = await insured(personKey);
  return {
    operation: 'register-remote-care',
    region,
    key,
    person,
    fields: {
      rloc_coty_type: '1',
      rloc_admdvs: '340103',
      resout_addr: '长江中路 188 号',
      begndate: '2026-11-25',
      tel: '19900000001',
    },
    operator: officer,
  } as const;
}
const registered = async (key: string) => (await read('/registrations')).filter((one) => one.key === key);

const unavailable = (delivery: string, reason?: string) => (error: unknown) =>
  error instanceof GatewayUnavailable &&
  error.delivery === delivery &&
  (reason === undefined || error.reason === reason);

// Insurance platform

test('a person is found in every region, in either envelope, with the rows and codes normalised', async () => {
  for (const key of ['retiree-gansu', 'mother-xinjiang-county', 'mother-anhui']) {
    const { record, known } = await insured(key);
    assert.equal(record.name, known.name);
    assert.equal(record.idType, '01', 'Xinjiang county sends "1"');
    assert.ok(record.enrolments.some((row) => row.status === 'active'));
  }
  const { record } = await insured('retiree-gansu');
  assert.deepEqual(
    record.enrolments.map(({ insurance, category, status, division, balance }) => ({
      insurance,
      category,
      status,
      division,
      balance,
    })),
    [
      { insurance: 'employee', category: 'retired', status: 'active', division: '620102', balance: 321645 },
      { insurance: 'resident', category: 'adult', status: 'ended', division: '620102', balance: 0 },
    ],
  );
});

test('a 医保区划 leads to its region, or to none', () => {
  const platform = platformAt(url);
  assert.equal(platform.regionOf('620102'), '620000');
  assert.equal(platform.regionOf('140825'), '140825');
  assert.equal(platform.regionOf('140826'), undefined);
  assert.equal(platform.regionOf('330102'), undefined);
});

test('a name that does not belong to the number is refused, without repeating either', async () => {
  const { known } = await insured('retiree-gansu');
  const identity = { by: 'id-number', idType: '01', idNo: known.idNo, name: '王五' } as const;
  await assert.rejects(platformAt(url).person('620000', identity), (error: Error) => {
    assert.ok(error instanceof GatewayRefused);
    assert.equal(error.code, '2001');
    assert.ok(!error.message.includes('王五') && !error.message.includes(known.idNo));
    return true;
  });
});

test('accounts, movements, years, chronic diseases, referrals, commitments and the employer are read', async () => {
  const platform = platformAt(url);
  const anhui = await insured('referral-anhui');
  const [account] = (await platform.accounts('340000', anhui.person)).value;
  assert.deepEqual(account, { insutype: '310', year: account?.year, balance: 226000, status: 'open' });
  const movements = await platform.accountMovements('340000', anhui.person, { from: '2026-10-01', to: '2026-10-31' });
  assert.deepEqual(
    movements.value.map((row) => [row.date, row.amount]),
    [
      ['2026-10-05', 16000],
      ['2026-10-21', -12350],
    ],
  );
  assert.equal((await platform.paymentYears('340000', anhui.person)).value.length, 4);
  assert.equal((await platform.chronicEntitlements('340000', anhui.person)).value[0]?.hospital, '合肥市庐阳示范医院');
  assert.equal((await platform.referrals('340000', anhui.person)).value[0]?.inForce, false);
  assert.equal((await platform.certificateFacts('340000', anhui.person)).value.division, '340103');

  const untrue = await insured('false-commitment-gansu');
  assert.equal((await platform.falseCommitments('620000', untrue.person)).value.length, 1);
  const [employer] = await read('/employers');
  const { value } = await platform.employer('620000', employer!.creditCode);
  assert.equal(value.averageMonthlyWage, 785000);
  assert.ok((await platform.codeTable('620000', 'rloc_coty_type')).value.some((row) => row.name === '异地安置退休'));
});

test('a deed repeated with its key has its effect once and gives the first answer again', async () => {
  const platform = platformAt(url);
  const deed = await remoteCare(freshKey());
  const first = await platform.transact(deed);
  const again = await platform.transact(deed);
  assert.ok(first.accepted && again.accepted);
  assert.match(first.output['trt_dcla_detl_sn'] ?? '', /^RLOC620000/);
  assert.deepEqual(again.output, first.output);
  assert.equal((await registered(deed.key)).length, 1);
  const inForce = (await platform.remoteRegistrations('620000', deed.person)).value.filter((row) => row.inForce);
  assert.deepEqual(
    inForce.map((row) => row.registrationNo),
    [first.output['trt_dcla_detl_sn']],
  );
});

test('twenty at once with one key have one effect', async () => {
  const platform = platformAt(url);
  const deed = await remoteCare(freshKey());
  const answers = await Promise.all(Array.from({ length: 20 }, () => platform.transact(deed)));
  assert.equal(new Set(answers.map((answer) => answer.accepted && answer.output['trt_dcla_detl_sn'])).size, 1);
  assert.equal((await registered(deed.key)).length, 1);
});

test('the same key with another content is refused', async () => {
  const deed = await remoteCare(freshKey());
  await platformAt(url).transact(deed);
  const changed = { ...deed, fields: { ...deed.fields, rloc_admdvs: '310101' } };
  const answer = await platformAt(url).transact(changed);
  assert.ok(!answer.accepted && answer.code === '2010');
});

test('cancelling ends a registration; cancelling again is refused', async () => {
  const platform = platformAt(url);
  const deed = await remoteCare(freshKey());
  const first = await platform.transact(deed);
  assert.ok(first.accepted);
  const cancel = {
    ...deed,
    operation: 'cancel-remote-care',
    fields: { trt_dcla_detl_sn: first.output['trt_dcla_detl_sn'] ?? '', memo: '' },
  } as const;
  assert.ok((await platform.transact({ ...cancel, key: freshKey() })).accepted);
  const again = await platform.transact({ ...cancel, key: freshKey() });
  assert.ok(!again.accepted && again.code === '2007');
  assert.deepEqual(
    (await platform.remoteRegistrations('620000', deed.person)).value.filter((row) => row.inForce),
    [],
  );
});

test('maternity is registered under the number of the region, reimbursement and payment are recorded', async () => {
  const platform = platformAt(url);
  const numbers = { 'mother-gansu': '2699', 'mother-xinjiang-county': '25003', 'mother-anhui': '2699' };
  for (const [who, infno] of Object.entries(numbers)) {
    const { region, person } = await insured(who);
    const key = freshKey();
    const base = { region, person, operator: officer, key };
    assert.ok(
      (
        await platform.transact({
          ...base,
          operation: 'register-maternity',
          fields: { begndate: '2026-01-01', geso_val: 39, fetts: 1 },
        })
      ).accepted,
    );
    assert.equal((await registered(key))[0]!.infno, infno);
    assert.equal((await platform.maternityRegistrations(region, person)).value[0]?.inForce, true);
    assert.ok(
      (await platform.transact({ ...base, operation: 'register-reimbursement', fields: { manl_reim_rea: '01' } }))
        .accepted,
    );
    const pay = { pay_amt: '3210.00', bankacct: '6200000000000000', acctname: '测试' };
    assert.ok((await platform.transact({ ...base, operation: 'record-payment', fields: pay })).accepted);
    assert.equal((await read('/payments')).filter((one) => one.key === key).length, 1);
  }
});

test('what the platform refuses comes back with its code, not as an exception', async () => {
  const { region, person } = await insured('paused-xinjiang-county');
  const deed = { ...(await remoteCare(freshKey())), region, person };
  const answer = await platformAt(url).transact(deed);
  assert.ok(!answer.accepted && answer.code === '2004');
  const other = await remoteCare(freshKey());
  await misbehave('platform', 'business-error', { count: 1 });
  const refused = await platformAt(url).transact(other);
  assert.ok(!refused.accepted && refused.code === '4999');
});

test('a time-out is not a failure: the outcome is asked for, and the deed stands once', async () => {
  for (const personKey of ['retiree-gansu', 'retiree-anhui']) {
    const platform = platformAt(url, { timeoutMs: 300 });
    const deed = await remoteCare(freshKey(), personKey);
    await misbehave('platform', 'latency', { count: 1, ms: 2_000 });
    await assert.rejects(platform.transact(deed), unavailable('unknown', 'timeout'));
    const outcome = await platform.outcome(deed);
    assert.ok(outcome !== 'unknown' && outcome.accepted);
    assert.match(outcome.output['trt_dcla_detl_sn'] ?? '', /^RLOC/);
    const again = await platform.transact(deed);
    assert.deepEqual(again.accepted && again.output, outcome.output);
    assert.equal((await registered(deed.key)).length, 1);
  }
});

test('a connection cut after the deed leaves it done once', async () => {
  const platform = platformAt(url);
  const deed = await remoteCare(freshKey());
  await misbehave('platform', 'reset-after-commit', { count: 1 });
  await assert.rejects(platform.transact(deed), unavailable('unknown', 'connection'));
  const outcome = await platform.outcome(deed);
  assert.ok(outcome !== 'unknown' && outcome.accepted);
  assert.equal((await registered(deed.key)).length, 1);
});

test('a 503 and an outage leave the outcome open, and the platform has no trace: it may be sent again', async () => {
  const platform = platformAt(url);
  for (const mode of ['error-5xx', 'outage']) {
    const deed = await remoteCare(freshKey());
    await misbehave('platform', mode, { count: 1 });
    await assert.rejects(platform.transact(deed), (error) => error instanceof GatewayUnavailable);
    assert.equal(await platform.outcome(deed), 'unknown');
    assert.ok((await platform.transact(deed)).accepted);
    assert.equal((await registered(deed.key)).length, 1);
  }
});

test('a deed that is delivered twice has one effect', async () => {
  const deed = await remoteCare(freshKey());
  await misbehave('platform', 'duplicate', { count: 1 });
  assert.ok((await platformAt(url).transact(deed)).accepted);
  assert.equal((await registered(deed.key)).length, 1);
});

test('a platform that is not there was certainly not told', async () => {
  const deed = await remoteCare(freshKey());
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  await assert.rejects(platformAt(`http://127.0.0.1:${port}`).transact(deed), unavailable('not-sent'));
});

test('a signature the platform does not accept means that nothing was done', async () => {
  const deed = await remoteCare(freshKey());
  const platform = platformAt(url);
  await misbehave('platform', 'wrong-signature', { count: 1 });
  await assert.rejects(platform.transact(deed), unavailable('not-sent', 'http-status'));
  assert.equal(await platform.outcome(deed), 'unknown');
});

test('an answer whose SM2 signature is wrong is not believed, and the deed is asked for', async () => {
  const platform = platformAt(url);
  const deed = await remoteCare(freshKey(), 'retiree-anhui');
  await misbehave('platform', 'wrong-signature', { count: 1 });
  await assert.rejects(platform.transact(deed), unavailable('unknown', 'answer-not-authentic'));
  const outcome = await platform.outcome(deed);
  assert.ok(outcome !== 'unknown' && outcome.accepted);
});

test('a sign-in that ran out is renewed without the caller noticing', async () => {
  const platform = platformAt(url);
  await platform.codeTable('620000', 'insutype');
  await misbehave('platform', 'expired-token', { count: 1 });
  assert.ok((await platform.codeTable('620000', 'insutype')).value.length > 0);
});

test('a platform that signs nobody in was not told of the deed', async () => {
  const deed = await remoteCare(freshKey());
  await misbehave('platform', 'expired-token');
  await assert.rejects(platformAt(url).transact(deed), unavailable('not-sent', 'token'));
  await misbehave('platform', 'none');
  assert.equal(await platformAt(url).outcome(deed), 'unknown');
});

test('a stranger is turned away by the platform', async () => {
  const stranger = await fetch(`${url}/fsi/api/1101`, {
    method: 'POST',
    body: '{}',
    headers: { 'content-type': 'application/json' },
  });
  assert.equal(stranger.status, 401);
});

// Credential

const credential = () => new HttpCredentialGateway(sandboxConnections(url).credential);

test('a credential is decoded once, and its token opens the person at the platform', async () => {
  const { qr } = await post('/people/mother-anhui/qr', {});
  const decoded = await credential().decode(qr);
  assert.ok(decoded.valid);
  assert.equal(decoded.name, '程雨薇');
  assert.equal(decoded.division, '340103');
  const region = platformAt(url).regionOf(decoded.division);
  assert.equal(region, '340000');
  const { value } = await platformAt(url).person('340000', { by: 'credential', ...decoded });
  assert.equal(value.idNo, decoded.idNo);
  assert.deepEqual(await credential().decode(qr), { valid: false, reason: 'used' });
});

test('forged and foreign codes are told apart from expired ones', async () => {
  const { qr } = await post('/people/retiree-90/qr', {});
  const forged = qr.slice(0, -1) + ((Number(qr.at(-1)) + 1) % 10);
  assert.deepEqual(await credential().decode(forged), { valid: false, reason: 'forged' });
  assert.deepEqual(await credential().decode('https://example.com'), { valid: false, reason: 'forged' });
  assert.deepEqual(await credential().decode('x'.repeat(10_000)), { valid: false, reason: 'forged' });
  await misbehave('credential', 'expired-token', { count: 1 });
  assert.deepEqual(await credential().decode(qr), { valid: false, reason: 'expired' });
});

test('credential decoding that fails says so without the person', async () => {
  const { qr } = await post('/people/retiree-90/qr', {});
  await misbehave('credential', 'wrong-signature', { count: 1 });
  await assert.rejects(credential().decode(qr), unavailable('not-sent'));
  await misbehave('credential', 'outage', { count: 1 });
  await assert.rejects(credential().decode(qr), unavailable('unknown'));
  await misbehave('credential', 'business-error', { count: 1 });
  await assert.rejects(
    credential().decode(qr),
    (error: Error) => error instanceof GatewayRefused && !error.message.includes('周'),
  );
  assert.ok((await credential().decode(qr)).valid, 'none of them used the QR up');
});

test("each person's QR is shown as a picture in two formats", async () => {
  const { svg, png } = await post('/people/retiree-gansu/qr', {});
  assert.match(await (await fetch(url + svg)).text(), /^<svg/);
  const bytes = Buffer.from(await (await fetch(url + png)).arrayBuffer());
  assert.equal(bytes.subarray(1, 4).toString('latin1'), 'PNG');
});

// WeChat

const wechat = () => new HttpWechatGateway(sandboxConnections(url).wechat);

test('a login code works once', async () => {
  const { code, openid } = await post('/wechat/code', { openid: 'o-contract' });
  const login = await wechat().login(code);
  assert.ok(login.ok);
  assert.equal(login.openid, openid);
  assert.ok(!JSON.stringify(login).includes('session_key'));
  assert.deepEqual(await wechat().login(code), { ok: false, reason: 'used' });
  assert.deepEqual(await wechat().login('made-up'), { ok: false, reason: 'invalid' });
});

test('a message is sent with a token that is renewed when WeChat calls it expired', async () => {
  const gateway = wechat();
  const message = {
    openid: 'o-contract',
    templateId: 'T1',
    page: 'pages/case/index?id=1',
    data: { thing1: `办件${'长'.repeat(30)}`, phrase2: '已办结' },
  };
  for (let time = 0; time < 2; time += 1)
    await post('/wechat/accept', { openid: message.openid, templateId: message.templateId });
  assert.ok((await gateway.sendSubscribed(message)).sent);
  await misbehave('wechat', 'expired-token', { count: 1 });
  assert.ok((await gateway.sendSubscribed(message)).sent);
  const messages = (await read('/wechat-messages')).filter((one) => one.openid === 'o-contract');
  assert.equal(messages.length, 2);
  assert.deepEqual(
    await gateway.sendSubscribed(message),
    { sent: false, reason: 'no-consent' },
    'one accept, one send',
  );
  assert.equal([...messages[0]!.data['thing1']!].length, 20);
});

test('a refused consent and a field that does not fit are told apart', async () => {
  const message = { openid: 'o-contract', templateId: 'T1', data: { phrase1: '好' } };
  await misbehave('wechat', 'business-error', { count: 1 });
  assert.deepEqual(await wechat().sendSubscribed(message), { sent: false, reason: 'no-consent' });
  assert.deepEqual(await wechat().sendSubscribed({ ...message, data: { phrase1: '六个字的短语' } }), {
    sent: false,
    reason: 'bad-field',
  });
});

test('a telephone number is given once, and a risky text is seen', async () => {
  const { code } = await post('/wechat/phone-code', { phone: '19900000001' });
  assert.deepEqual(await wechat().phoneNumber(code), { ok: true, phone: '19900000001' });
  assert.deepEqual(await wechat().phoneNumber(code), { ok: false, reason: 'used' });
  assert.equal(await wechat().checkText({ openid: 'o-contract', text: '谢谢', scene: 'comment' }), 'pass');
  assert.equal(await wechat().checkText({ openid: 'o-contract', text: '代开发票', scene: 'comment' }), 'risky');
});

test('WeChat away: a login is unknown', async () => {
  await misbehave('wechat', 'outage', { count: 1 });
  await assert.rejects(wechat().login('any'), unavailable('unknown'));
});

// Text messages

test('a text message is sent once a key, and its signed report is believed, twice if it comes twice', async () => {
  const reports: ReturnType<InstanceType<typeof HttpSmsGateway>['deliveryReport']>[] = [];
  let told: (() => void) | undefined;
  const both = new Promise<void>((resolve) => (told = resolve));
  const receiver = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      reports.push(gateway.deliveryReport(request.headers, JSON.parse(Buffer.concat(chunks).toString())));
      response.writeHead(204).end();
      if (reports.length === 2) told?.();
    });
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => receiver.once('listening', resolve));
  const callbackUrl = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/sms`;
  const gateway = new HttpSmsGateway(sandboxConnections(url, callbackUrl).sms);
  const message = {
    key: freshKey(),
    phone: '19900000001',
    template: 'case-closed',
    parameters: { '1': '备案', name: '赵' },
  };
  await misbehave('sms', 'duplicate', { count: 1 });
  const first = await gateway.send(message);
  const again = await gateway.send(message);
  assert.ok(first.accepted && again.accepted && first.messageId === again.messageId);
  await both;
  receiver.close();
  assert.deepEqual(
    reports.map((report) => [report?.key, report?.status]),
    [
      [message.key, 'delivered'],
      [message.key, 'delivered'],
    ],
  );
  assert.equal((await read('/sms')).filter((one) => one.key === message.key).length, 1);
});

test('a wrong secret sends nothing, a refused number comes back with its code', async () => {
  const config = sandboxConnections(url).sms;
  const message = { key: freshKey(), phone: '19900000001', template: 't', parameters: {} };
  await assert.rejects(new HttpSmsGateway({ ...config, secret: 'wrong' }).send(message), unavailable('not-sent'));
  await misbehave('sms', 'business-error', { count: 1 });
  assert.deepEqual(await new HttpSmsGateway(config).send(message), { accepted: false, code: '40301' });
  assert.equal((await read('/sms')).filter((one) => one.key === message.key).length, 0);
});
