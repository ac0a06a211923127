/** The harness itself, on a small mini-program written for it (fixture/), against real HTTP. */
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { qrPng } from '../qr-picture.ts';
import { openWeapp } from './open-weapp.ts';
import type { OpenOptions, Weapp } from './open-weapp.ts';

const FIXTURE = path.join(import.meta.dirname, 'fixture');
const BUILT_BASE = 'http://bff.test';
let server: Server;
let apiBase: string;
const received: string[] = [];

before(async () => {
  server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks);
      received.push(`${request.method} ${request.url} ${body.length}`);
      if (request.url === '/slow') return;
      if (request.url === '/fail') response.writeHead(500).end();
      else if (request.url === '/paper.pdf')
        response.writeHead(200, { 'content-type': 'application/pdf' }).end('%PDF-1.7');
      else if (request.url === '/bytes') response.writeHead(200).end(body);
      else
        response
          .writeHead(200, { 'content-type': 'application/json' })
          .end(JSON.stringify({ method: request.method, url: request.url, body: body.toString() }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  apiBase = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
after(() => {
  server.closeAllConnections();
  server.close();
});

function openFixture(options: Partial<OpenOptions> = {}): Promise<Weapp> {
  const url = `/pages/calls/calls?base=${BUILT_BASE}`;
  return openWeapp({ distDir: FIXTURE, apiBase, builtApiBase: BUILT_BASE, url, ...options });
}

/** Runs one action of the fixture's page and answers what it got. */
async function act(weapp: Weapp, action: string): Promise<unknown> {
  await weapp.tap(`do ${action}`);
  await weapp.waitFor(`${action}: `);
  const text = await weapp.text();
  const result = new RegExp(`${action}: (.*)`).exec(text)?.[1] ?? '';
  return JSON.parse(result);
}

test('a tap on a plain view is heard, and one on what it contains', async () => {
  await using weapp = await openFixture();
  await weapp.tap('tap me');
  await weapp.waitFor('tapped plain');
  await weapp.tap('.inner');
  await weapp.waitFor('outer heard');
  await weapp.tap('#plain');
  await weapp.waitFor('tapped plain');
  assert.deepEqual(weapp.problems, []);
});

test('a component registered by shared code belongs to the file being loaded, and shows', async () => {
  await using weapp = await openFixture();
  await weapp.waitFor('from the component');
});

test('typing, picking, drawing and agreeing reach the page', async () => {
  await using weapp = await openFixture();
  await weapp.forgetSetData();
  await weapp.input('.name', '张三', { keyByKey: true });
  await weapp.waitFor('typed 张三');
  assert.equal((await weapp.setDataCalls()).length, 2);
  assert.ok((await weapp.bytes()) > 0);
  await weapp.pick('.day', '2026-11-25');
  await weapp.waitFor('2026-11-25');
  await weapp.draw('#pad', [
    { x: 1, y: 1 },
    { x: 7, y: 9 },
  ]);
  await weapp.waitFor('moved 7,9');
  await weapp.tap('agree');
  await weapp.waitFor('agreed');
});

test('logic code has no browser and no code from strings', async () => {
  await using weapp = await openFixture();
  const absent = { window: 'undefined', document: 'undefined', fetch: 'undefined', crypto: 'undefined' };
  assert.deepEqual(await act(weapp, 'globals'), absent);
  assert.equal(await act(weapp, 'newFunction'), 'EvalError true');
});

test('wx answers with a promise when no callback is given, and rejects it', async () => {
  await using weapp = await openFixture();
  assert.equal(await act(weapp, 'promise'), 'wifi');
  assert.equal(await act(weapp, 'callback'), 'getNetworkType:ok');
  assert.equal(await act(weapp, 'rejects'), 'getStorage:fail data not found');
});

test('wx.request speaks real HTTP: query, JSON, bytes, statuses, no PATCH', async () => {
  await using weapp = await openFixture();
  assert.deepEqual(await act(weapp, 'get'), {
    statusCode: 200,
    data: { method: 'GET', url: '/echo?a=1&b=%E4%BA%8C', body: '' },
    type: 'application/json',
  });
  assert.deepEqual(await act(weapp, 'post'), { method: 'POST', url: '/echo', body: '{"fen":100}' });
  assert.deepEqual(await act(weapp, 'bytes'), [0, 255, 128, 10]);
  assert.equal(await act(weapp, 'status500'), 500);
  received.length = 0;
  assert.equal(await act(weapp, 'patch'), 'request:fail method not allowed: PATCH');
  assert.deepEqual(received, []);
  assert.equal(await act(weapp, 'unreachable'), 'request:fail');
  assert.equal(await act(weapp, 'abort'), 'request:fail abort');
  await weapp.setOnline(false);
  assert.equal(await act(weapp, 'promise'), 'none');
});

test('wx.uploadFile succeeds for any status; downloads are opened', async () => {
  await using weapp = await openFixture();
  const bytes = qrPng('photo');
  await weapp.willChoosePhotos([{ bytes, extension: 'png' }]);
  assert.deepEqual(await act(weapp, 'upload'), { size: bytes.length, statusCode: 500 });
  assert.equal(await act(weapp, 'download'), 200);
  assert.match((await weapp.shown()).join(), /document: wxfile:.*\.pdf 8 bytes/);
});

test('scans, logins and answers are what the test said; without one the person cancels', async () => {
  await using weapp = await openFixture({ loginCodes: ['code-1'] });
  assert.equal(await act(weapp, 'scan'), 'scanCode:fail cancel');
  await weapp.willScan('YB1:0042');
  assert.equal(await act(weapp, 'scan'), 'YB1:0042');
  assert.equal(await act(weapp, 'login'), 'code-1');
  assert.equal(await act(weapp, 'choose'), 'chooseMedia:fail cancel');
  await weapp.willAnswerModal(false);
  assert.equal(await act(weapp, 'modal'), false);
});

test('camera and scanner are refused until the privacy notice was agreed to by the button', async () => {
  await using weapp = await openFixture({ privacyAgreed: false });
  await weapp.willScan('YB1:0042');
  assert.match(String(await act(weapp, 'scan')), /privacy permission is not authorized/);
  await weapp.tap('agree');
  await weapp.waitFor('agreed');
  assert.equal(await act(weapp, 'scan'), 'YB1:0042');
});

test('storage gives copies, and lasts over a restart of the phone', async () => {
  await using first = await openFixture();
  assert.deepEqual(await act(first, 'storage'), [false, { list: [1, 2] }, '']);
  await using second = await openFixture({ storage: await first.storage() });
  assert.deepEqual(await second.storage(), [['kept', '{"list":[1,2]}']]);
});

test('files are kept, and a missing one fails', async () => {
  await using weapp = await openFixture();
  const missing = "readFile:fail no such file or directory, open 'wxfile://none'";
  assert.deepEqual(await act(weapp, 'files'), ['中文', missing]);
});

test('a canvas is found, drawn on, counted and read as a PNG; a query does not see into components', async () => {
  await using weapp = await openFixture();
  assert.deepEqual(await act(weapp, 'ink'), [true, 'PNG']);
  assert.equal(await weapp.strokes(), 1);
  assert.equal(await act(weapp, 'insideComponent'), true);
});

test('pages open, come back and change as WeChat has it', async () => {
  await using weapp = await openFixture();
  assert.equal(await act(weapp, 'tooDeep'), 'navigateTo:fail can not navigateTo a tabbar page');
  assert.equal(await act(weapp, 'nowhere'), 'navigateTo:fail page "pages/none/none" is not found');
  await weapp.tap('do second');
  await weapp.waitFor('second got a%20b');
  assert.deepEqual(await weapp.stack(), ['pages/calls/calls', 'pages/second/second']);
  await weapp.tap('onwards');
  await weapp.waitFor('inner of the sub-package');
  assert.deepEqual(await weapp.stack(), ['pages/calls/calls', 'sub/inner/inner']);
  await weapp.back();
  assert.equal(await weapp.page(), 'pages/calls/calls');
  await weapp.tap('do tab');
  await weapp.waitFor('tab shown 1');
  assert.deepEqual(await weapp.stack(), ['pages/tab/tab']);
});

test('nodes, depth and children are counted', async () => {
  await using weapp = await openFixture();
  const { nodes, depth, children } = await weapp.counts();
  assert.ok(nodes > 30 && depth >= 2 && children >= 30, JSON.stringify({ nodes, depth, children }));
});

test('several things alike are an error that lists them', async () => {
  await using weapp = await openFixture();
  await assert.rejects(weapp.tap('do '), /things are “do ”; say which with nth/);
  await assert.rejects(weapp.tap('no such words'), /Nothing says or is “no such words”/);
});

test('a template with a mistake stops the start, with its file', async () => {
  await using copy = copyOfFixture();
  writeFileSync(path.join(copy.dir, 'pages/tab/tab.wxml'), '<view wx:if="{{ a + }}">x</view>');
  await assert.rejects(openFixture({ distDir: copy.dir }), /pages\/tab\/tab\.wxml: line 1/);
});

test('an error in the page is a problem the test sees', async () => {
  await using copy = copyOfFixture();
  writeFileSync(
    path.join(copy.dir, 'pages/tab/tab.js'),
    "Page({ onShow() { setTimeout(() => { throw new Error('broken tab'); }); } });",
  );
  await using weapp = await openFixture({ distDir: copy.dir, url: '/pages/tab/tab' });
  await weapp.waitFor('tab shown');
  await weapp.browserPage.waitForTimeout(50);
  assert.match(weapp.problems.join(), /broken tab/);
});

function copyOfFixture() {
  const dir = mkdtempSync(path.join(tmpdir(), 'yiban-weapp-'));
  cpSync(FIXTURE, dir, { recursive: true });
  return { dir, [Symbol.asyncDispose]: async () => rmSync(dir, { recursive: true }) };
}
