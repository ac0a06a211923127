// Uploads over HTTP as any tus client sends them: an independent client, cut connections, killed processes.
import assert from 'node:assert/strict';
import { createHash, randomInt } from 'node:crypto';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { after, before, describe, test } from 'node:test';
import * as tus from 'tus-js-client';
import type { UploadView } from '../../shared-types/src/cases.ts';
import type { Problem } from '../../shared-types/src/problems.ts';
import { UploadProcess } from './upload-process.ts';

const sharp = createRequire(new URL('../../bff/package.json', import.meta.url))('sharp');

/** A picture that JPEG cannot make small: about 60 KB, so that it goes in several chunks. */
const photo: Buffer = await sharp({
  create: {
    width: 400,
    height: 300,
    channels: 3,
    background: '#888',
    noise: { type: 'gaussian', mean: 128, sigma: 30 },
  },
})
  .jpeg({ quality: 90 })
  .toBuffer();
const chunk = 16_384;
/** Random places at which an upload is cut; `npm run soak` takes 1,000. */
const randomCuts = Number(process.env['UPLOAD_CUTS'] ?? '40');
const sha256 = createHash('sha256').update(photo).digest('hex');
const person = { 'X-Person': 'person-1' };
const tusHeaders = { ...person, 'Tus-Resumable': '1.0.0' };

const base64 = (text: string): string => Buffer.from(text).toString('base64');
const metadata = (values: Record<string, string>): string =>
  Object.entries(values)
    .map(([key, value]) => `${key} ${base64(value)}`)
    .join(',');

for (const kind of ['SQLite', 'MariaDB'] as const) {
  describe(`uploads over HTTP on ${kind}`, { concurrency: false }, () => {
    const server = new UploadProcess(kind);
    before(async () => server.start());
    after(async () => server.remove());

    async function create(
      bytes: Buffer = photo,
      values: Record<string, string> = { purpose: 'photo', sha256 },
    ): Promise<string> {
      const answer = await fetch(server.url, {
        method: 'POST',
        headers: { ...tusHeaders, 'Upload-Length': String(bytes.length), 'Upload-Metadata': metadata(values) },
      });
      assert.equal(answer.status, 201, await answer.text());
      assert.ok(answer.headers.get('upload-expires'));
      const location = answer.headers.get('location') ?? '';
      assert.match(location, /^\/api\/v1\/uploads\/[0-9a-f-]{36}$/);
      return location.split('/').at(-1) ?? '';
    }

    const patch = async (
      id: string,
      offset: number,
      bytes: Buffer,
      headers: Record<string, string> = {},
    ): Promise<Response> =>
      fetch(`${server.url}/${id}`, {
        method: 'PATCH',
        headers: {
          ...tusHeaders,
          'Content-Type': 'application/offset+octet-stream',
          'Upload-Offset': String(offset),
          ...headers,
        },
        body: new Uint8Array(bytes),
      });

    async function offsetOf(id: string): Promise<number> {
      const answer = await fetch(`${server.url}/${id}`, { method: 'HEAD', headers: tusHeaders });
      assert.equal(answer.status, 200);
      assert.equal(answer.headers.get('cache-control'), 'no-store');
      return Number(answer.headers.get('upload-offset'));
    }

    async function view(id: string): Promise<UploadView> {
      const answer = await fetch(`${server.url}/${id}`, { headers: person });
      return answer.json();
    }

    async function refused(answer: Response, status: number, code: string): Promise<Problem> {
      const body: Problem = await answer.json();
      assert.equal(answer.status, status, JSON.stringify(body));
      assert.match(answer.headers.get('content-type') ?? '', /^application\/problem\+json/);
      assert.equal(body.code, code);
      assert.ok(body.detail);
      return body;
    }

    /** Begins a PATCH that announces all that is left, and sends it up to byte `until`. */
    async function beginPatch(
      id: string,
      offset: number,
      until: number,
      whole = photo,
    ): Promise<ReturnType<typeof connect>> {
      const { hostname, port, pathname } = new URL(`${server.url}/${id}`);
      const socket = connect(Number(port), hostname);
      socket.on('error', () => undefined);
      const head = [
        `PATCH ${pathname} HTTP/1.1`,
        `Host: ${hostname}`,
        'X-Person: person-1',
        'Tus-Resumable: 1.0.0',
        'Content-Type: application/offset+octet-stream',
        `Upload-Offset: ${offset}`,
        `Content-Length: ${whole.length - offset}`,
      ];
      socket.write(`${head.join('\r\n')}\r\n\r\n`);
      if (until > offset) await new Promise((sent) => socket.write(whole.subarray(offset, until), sent));
      return socket;
    }

    /** Sends what is left in chunks; every acknowledged offset is what HEAD tells. */
    async function sendRest(id: string, from: number): Promise<void> {
      for (let at = from; at < photo.length;) {
        const answer = await patch(id, at, photo.subarray(at, at + chunk));
        assert.equal(answer.status, 204, await answer.text());
        at = Number(answer.headers.get('upload-offset'));
      }
    }

    test('an independent tus client sends a photo, and it is seen by its links', async () => {
      const upload = new tus.Upload(photo, {
        endpoint: server.url,
        chunkSize: chunk,
        headers: person,
        metadata: { purpose: 'photo', paper: 'receipt', sha256, filename: '收据.jpg' },
        retryDelays: null,
      });
      const done = new Promise((resolve, reject) =>
        Object.assign(upload.options, { onSuccess: resolve, onError: reject }),
      );
      upload.start();
      await done;
      const id = upload.url?.split('/').at(-1) ?? '';
      const shown = await view(id);
      assert.equal(shown.status, 'received');
      assert.deepEqual([shown.length, shown.offset, shown.failure], [photo.length, photo.length, null]);
      const [thumbnail = '', picture = ''] = [shown.thumbnail, shown.picture].map(String);
      for (const link of [thumbnail, picture]) {
        const seen = await fetch(new URL(link, server.url));
        assert.equal(seen.status, 200);
        assert.equal(seen.headers.get('content-type'), 'image/jpeg');
        assert.equal(seen.headers.get('x-content-type-options'), 'nosniff');
        assert.match(seen.headers.get('cache-control') ?? '', /^private, max-age=\d+$/);
        assert.equal((await sharp(Buffer.from(await seen.arrayBuffer())).metadata()).format, 'jpeg');
        assert.ok(!link.includes('person'));
      }
      await refused(await fetch(new URL(picture.replace('picture', 'thumbnail'), server.url)), 404, 'upload-not-found');
      await refused(await fetch(new URL(picture.replace(/\?.*/, ''), server.url)), 404, 'upload-not-found');
    });

    test('the tus client goes on by itself after the process was killed and came back', async () => {
      let kills = 0;
      const comeBack = async (): Promise<void> => {
        await server.kill();
        await server.start();
        upload.url = `${server.url}/${upload.url?.split('/').at(-1)}`;
      };
      const acknowledged: number[] = [];
      const upload = new tus.Upload(photo, {
        endpoint: server.url,
        chunkSize: 4096,
        headers: person,
        metadata: { purpose: 'photo', sha256 },
        retryDelays: [50, 200, 500, 1000, 2000, 3000],
        onChunkComplete: (_size, accepted) => {
          acknowledged.push(accepted);
          if (accepted > photo.length / 3 && kills === 0) {
            kills += 1;
            // It comes back at another port, which is in the URL.
            void comeBack();
          }
        },
      });
      const done = new Promise((resolve, reject) =>
        Object.assign(upload.options, { onSuccess: resolve, onError: reject }),
      );
      upload.start();
      await done;
      assert.equal(kills, 1);
      assert.deepEqual(
        acknowledged,
        acknowledged.toSorted((a, b) => a - b),
      );
      assert.equal((await view(upload.url?.split('/').at(-1) ?? '')).status, 'received');
    });

    test('cut at every chunk boundary, a byte before and after, and at random places, it goes on to the same bytes', async () => {
      const boundaries = Array.from({ length: Math.floor(photo.length / chunk) }, (_, i) => (i + 1) * chunk);
      const cuts = [
        ...boundaries.flatMap((boundary) => [boundary - 1, boundary, boundary + 1]),
        ...Array.from({ length: randomCuts }, () => randomInt(1, photo.length)),
      ];
      for (const cut of cuts) {
        const id = await create();
        const acknowledged = Math.min(Math.floor(cut / chunk), 2) * chunk;
        if (acknowledged > 0) assert.equal((await patch(id, 0, photo.subarray(0, acknowledged))).status, 204);
        const socket = await beginPatch(id, acknowledged, cut);
        socket.destroy();
        const offset = await offsetOf(id);
        assert.ok(offset >= acknowledged && offset <= cut, `cut at ${cut}: ${offset}`);
        // The cut PATCH may still be on its way in: what it brings is refused or counted, never both.
        const answer = await patch(id, offset, photo.subarray(offset, offset + chunk));
        await sendRest(id, answer.status === 204 ? Number(answer.headers.get('upload-offset')) : await offsetOf(id));
        assert.equal((await view(id)).status, 'received', `cut at ${cut}`);
      }
    });

    test('killed at random moments, no acknowledged byte is lost', async () => {
      for (let round = 0; round < 5; round += 1) {
        const id = await create();
        let acknowledged = 0;
        const killed = pause(randomInt(5, 60)).then(async () => server.kill());
        try {
          for (let at = 0; at < photo.length; at += 2048) {
            const answer = await patch(id, at, photo.subarray(at, at + 2048));
            if (answer.status === 204) acknowledged = Number(answer.headers.get('upload-offset'));
          }
        } catch {
          // The connection broke with the process.
        }
        await killed;
        await server.start();
        const offset = await offsetOf(id);
        assert.ok(
          offset >= acknowledged && offset <= acknowledged + 2048,
          `${acknowledged} acknowledged, ${offset} there`,
        );
        await sendRest(id, offset);
        assert.equal((await view(id)).status, 'received');
      }
    });

    test('a second PATCH is refused while one runs; HEAD ends that one, and keeps what it brought', async () => {
      const id = await create();
      const stalled = await beginPatch(id, 0, 10_000);
      await pause(100);
      await refused(await patch(id, 0, photo.subarray(0, chunk)), 423, 'upload-busy');
      assert.equal(await offsetOf(id), 10_000);
      await sendRest(id, 10_000);
      stalled.destroy();
      assert.equal((await view(id)).status, 'received');
    });

    test('of two PATCHes for one place only one is acknowledged', async () => {
      const id = await create();
      const answers = await Promise.all([1, 2, 3, 4].map(async () => patch(id, 0, photo.subarray(0, chunk))));
      const statuses = answers.map(({ status }) => status);
      assert.equal(statuses.filter((status) => status === 204).length, 1, statuses.join());
      assert.ok(
        statuses.every((status) => [204, 409, 423].includes(status)),
        statuses.join(),
      );
      assert.equal(await offsetOf(id), chunk);
    });

    test('a client with nothing but GET and POST does the same by X-HTTP-Method-Override', async () => {
      const id = await create();
      const post = async (method: string, headers: Record<string, string>, body?: Buffer): Promise<Response> =>
        fetch(`${server.url}/${id}`, {
          method: 'POST',
          headers: {
            ...tusHeaders,
            'X-HTTP-Method-Override': method,
            'Content-Type': 'application/offset+octet-stream',
            ...headers,
          },
          ...(body === undefined ? {} : { body: new Uint8Array(body) }),
        });
      assert.equal((await post('PATCH', { 'Upload-Offset': '0' }, photo.subarray(0, chunk))).status, 204);
      const head = await post('HEAD', {});
      assert.deepEqual([head.status, head.headers.get('upload-offset')], [200, String(chunk)]);
      const last = await post(
        'PATCH',
        { 'Upload-Offset': String(chunk), Accept: 'application/json' },
        photo.subarray(chunk),
      );
      assert.equal(last.status, 200);
      assert.equal(last.headers.get('upload-offset'), String(photo.length));
      const shown: UploadView = await last.json();
      assert.equal(shown.status, 'received');
      assert.equal((await post('DELETE', {})).status, 204);
      await refused(await fetch(`${server.url}/${id}`, { headers: person }), 404, 'upload-not-found');
      assert.equal((await fetch(new URL(String(shown.picture), server.url))).status, 404);
      await refused(await post('PUT', {}), 415, 'unsupported-media-type');
    });

    test('a checksum is checked, and a chunk that fails it is not kept', async () => {
      const id = await create();
      const part = photo.subarray(0, chunk);
      const sum = (algorithm: string, bytes: Buffer): Record<string, string> => ({
        'Upload-Checksum': `${algorithm} ${createHash(algorithm).update(bytes).digest('base64')}`,
      });
      await refused(await patch(id, 0, part, sum('sha256', photo)), 460, 'upload-checksum-mismatch');
      assert.equal(await offsetOf(id), 0);
      assert.equal((await patch(id, 0, part, sum('sha256', part))).status, 204);
      const next = photo.subarray(chunk, 2 * chunk);
      assert.equal((await patch(id, chunk, next, sum('sha1', next))).status, 204);
      await refused(await patch(id, 2 * chunk, next, sum('md5', next)), 400, 'malformed-request');
      assert.equal(await offsetOf(id), 2 * chunk);
    });

    test('the answer to the last chunk can be asked for again, and the file is received once', async () => {
      const id = await create();
      await sendRest(id, 0);
      const again = await patch(id, photo.length, Buffer.alloc(0), { Accept: 'application/json' });
      assert.equal(again.status, 200);
      const shown: UploadView = await again.json();
      assert.equal(shown.status, 'received');
      await refused(await patch(id, 0, photo.subarray(0, chunk)), 409, 'upload-offset-conflict');
    });

    test('a PDF named .jpg is refused with the last chunk, again when asked again, and GET says why', async () => {
      const pdf = Buffer.from(`%PDF-1.7\n${'1 0 obj << /Type /Catalog >> endobj\n'.repeat(50)}`);
      const id = await create(pdf, { purpose: 'photo', filename: '户口簿.jpg' });
      const body = await refused(await patch(id, 0, pdf), 422, 'upload-not-a-photo');
      assert.match(body.detail, /JPG/);
      await refused(await patch(id, pdf.length, Buffer.alloc(0)), 422, 'upload-not-a-photo');
      const shown = await view(id);
      assert.equal(shown.status, 'failed');
      assert.equal(shown.failure?.code, 'upload-not-a-photo');
      assert.equal(shown.picture, null);
    });

    test('other bytes than were announced are refused as broken', async () => {
      const id = await create(photo, { purpose: 'photo', sha256: 'a'.repeat(64) });
      await refused(await patch(id, 0, photo), 422, 'upload-broken');
    });

    test('30 MB are refused before a byte is sent, 1 MB and a byte before it is read', async () => {
      const large = await fetch(server.url, {
        method: 'POST',
        headers: { ...tusHeaders, 'Upload-Length': String(30 * 1024 * 1024) },
      });
      await refused(large, 413, 'upload-too-large');
      assert.equal(large.headers.get('tus-resumable'), '1.0.0');
      const id = await create(Buffer.alloc(3 * 1024 * 1024), { purpose: 'photo' });
      await refused(await patch(id, 0, Buffer.alloc(1024 * 1024 + 1)), 413, 'body-too-large');
      assert.equal((await patch(id, 0, Buffer.alloc(1024 * 1024))).status, 204);
      // Without a length, it shows while it comes in.
      const streamed = {
        method: 'PATCH',
        headers: {
          ...tusHeaders,
          'Content-Type': 'application/offset+octet-stream',
          'Upload-Offset': String(1024 * 1024),
        },
        body: new ReadableStream<Uint8Array>({
          start(controller) {
            controller.enqueue(new Uint8Array(1024 * 1024));
            controller.enqueue(new Uint8Array(4096));
            controller.close();
          },
        }),
        duplex: 'half',
      };
      await refused(await fetch(`${server.url}/${id}`, streamed), 413, 'body-too-large');
      assert.equal(await offsetOf(id), 1024 * 1024);
    });

    test('whatever is not tus gets a problem of its own', async () => {
      const bare = await fetch(server.url, { method: 'POST', headers: { ...person, 'Upload-Length': '10' } });
      await refused(bare, 412, 'upload-protocol');
      assert.equal(bare.headers.get('tus-version'), '1.0.0');
      const noLength = await fetch(server.url, { method: 'POST', headers: tusHeaders });
      await refused(noLength, 400, 'malformed-request');
      const later = await fetch(server.url, { method: 'POST', headers: { ...tusHeaders, 'Upload-Defer-Length': '1' } });
      await refused(later, 400, 'malformed-request');
      const empty = await fetch(server.url, { method: 'POST', headers: { ...tusHeaders, 'Upload-Length': '0' } });
      await refused(empty, 422, 'upload-broken');
      const odd = await fetch(server.url, {
        method: 'POST',
        headers: { ...tusHeaders, 'Upload-Length': '9', 'Upload-Metadata': metadata({ purpose: 'film', sha256: 'x' }) },
      });
      const { errors } = await refused(odd, 400, 'malformed-request');
      assert.deepEqual(
        errors?.map(({ pointer }) => pointer),
        ['/Upload-Metadata/purpose', '/Upload-Metadata/sha256'],
      );
      const id = await create();
      await refused(await patch(id, 5, photo), 409, 'upload-offset-conflict');
      await refused(await patch(id, 0, photo, { 'Content-Type': 'image/jpeg' }), 415, 'unsupported-media-type');
      await refused(await patch(id, 0, photo, { 'Upload-Offset': 'x' }), 400, 'malformed-request');
      await refused(await patch(id, 0, Buffer.concat([photo, photo])), 413, 'body-too-large');
      assert.equal(await offsetOf(id), 0);
    });

    test("another person's upload is not there", async () => {
      const id = await create();
      const other = { ...tusHeaders, 'X-Person': 'person-2' };
      await refused(await patch(id, 0, photo, other), 404, 'upload-not-found');
      await refused(await fetch(`${server.url}/${id}`, { headers: other }), 404, 'upload-not-found');
      await refused(await fetch(`${server.url}/${id}`, { method: 'DELETE', headers: other }), 404, 'upload-not-found');
      assert.equal((await fetch(`${server.url}/${id}`, { method: 'HEAD', headers: other })).status, 404);
      await refused(await fetch(`${server.url}/${id}`), 401, 'session-required');
      assert.equal(await offsetOf(id), 0);
    });

    test('OPTIONS says what the server can', async () => {
      const { status, headers } = await fetch(server.url, { method: 'OPTIONS' });
      assert.equal(status, 204);
      assert.equal(headers.get('tus-extension'), 'creation,checksum,expiration,termination');
      assert.equal(headers.get('tus-max-size'), String(20 * 1024 * 1024));
      assert.equal(headers.get('tus-checksum-algorithm'), 'sha256,sha1');
    });

    test('a refused chunk leaves its connection fit for the next request', async () => {
      const id = await create();
      const socket = await beginPatch(id, 7, photo.length);
      const { pathname, hostname } = new URL(`${server.url}/${id}`);
      let answers = '';
      socket.setEncoding('latin1').on('data', (text: string) => (answers += text));
      socket.write(`GET ${pathname} HTTP/1.1\r\nHost: ${hostname}\r\nX-Person: person-1\r\nConnection: close\r\n\r\n`);
      await once(socket, 'close');
      assert.deepEqual(answers.match(/HTTP\/1\.1 \d+/g), ['HTTP/1.1 409', 'HTTP/1.1 200']);
    });
  });
}
