import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { after, beforeEach, describe, test } from 'node:test';
import { Upload as TusUpload } from '@tus/server';
import { Clock } from '../clock.js';
import { Vault } from '../crypto/vault.js';
import type { Database } from '../database/database.js';
import { temporaryDatabases } from '../database/temporary-database.js';
import { LocalDiskStorage } from '../gateways/storage/local-disk-storage.js';
import { newId } from '../ids.js';
import type { ProblemCode } from '../problems/problem-codes.js';
import { drawnPaper } from './drawn-paper.js';
import { ReadingsService } from '../reading/readings.service.js';
import { PictureExaminer } from './picture-examiner.js';
import { PictureLinks } from './picture-links.js';
import { Pictures } from './pictures.js';
import { inExchange } from './tus-exchange.js';
import { TusStore } from './tus-store.js';
import { UploadChunks } from './upload-chunks.js';
import { UploadFinishing } from './upload-finishing.js';
import { UploadViews } from './upload-views.js';
import { Upload } from './upload.entity.js';
import { UploadsService } from './uploads.service.js';

class SetClock extends Clock {
  at = new Date('2026-11-25T08:00:00.000Z');
  now(): Date {
    return this.at;
  }
  pass(milliseconds: number): void {
    this.at = new Date(this.at.getTime() + milliseconds);
  }
}

const day = 86_400_000;
const person = 'a1';
const photo = await drawnPaper({ width: 400, height: 500 }).jpeg().toBuffer();

/** One process: its own objects over the database and the folder that all share. */
async function process(database: Database, folder: string, clock: Clock) {
  const storage = await LocalDiskStorage.open(folder);
  const vault = new Vault(Buffer.alloc(32, 1));
  const chunks = new UploadChunks(storage, vault);
  const pictures = new Pictures(storage, vault);
  const links = new PictureLinks(vault, clock);
  const examiner = new PictureExaminer();
  const finishing = new UploadFinishing(
    database,
    chunks,
    pictures,
    examiner,
    new ReadingsService(database, vault, clock),
  );
  const service = new UploadsService(database, clock, finishing, chunks, pictures, new UploadViews(links));
  const store = new TusStore(database, clock, chunks, service);
  const as = async <T>(personId: string, work: () => Promise<T>): Promise<T> =>
    inExchange({ personId, base: '', checksum: undefined, wantsView: false }, work);
  return {
    storage,
    chunks,
    links,
    examiner,
    service,
    async create(bytes = photo, purpose = 'photo'): Promise<string> {
      const file = new TusUpload({ id: newId(), size: bytes.length, offset: 0, metadata: { purpose } });
      await as(person, async () => store.create(file));
      return file.id;
    },
    send: async (id: string, offset: number, bytes: Buffer): Promise<number> =>
      as(person, async () => store.write(Readable.from([bytes]), id, offset)),
    offset: async (id: string): Promise<number> => (await as(person, async () => store.getUpload(id))).offset,
    async receive(bytes = photo, purpose = 'photo'): Promise<string> {
      const id = await this.create(bytes, purpose);
      await this.send(id, 0, bytes);
      await service.view(person, id);
      return id;
    },
  };
}

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true })
    .map((name) => path.join(folder, String(name)))
    .filter((file) => statSync(file).isFile());

const throws = async (work: Promise<unknown>, code: ProblemCode): Promise<void> => {
  await assert.rejects(
    work,
    (error: { code?: string }) => error.code === code || assert.fail(`${error.code}, not ${code}`),
  );
};

for (const { name, open } of temporaryDatabases()) {
  describe(`uploads on ${name}`, async () => {
    const { database, close } = await open();
    const folder = mkdtempSync(path.join(tmpdir(), 'yiban-uploads-'));
    const clock = new SetClock();
    const one = await process(database, folder, clock);
    const two = await process(database, folder, clock);
    after(async () => {
      await one.examiner.onApplicationShutdown();
      await two.examiner.onApplicationShutdown();
      await close();
      rmSync(folder, { recursive: true });
    });
    beforeEach(() => {
      clock.at = new Date('2026-11-25T08:00:00.000Z');
    });
    const attach = async (caseId: string, ids: string[], by = person): Promise<void> =>
      database.transaction(async (tx) => one.service.attach(tx, caseId, by, ids));

    test('nothing stands in storage as it was sent', async () => {
      const id = await one.create();
      await one.send(id, 0, photo.subarray(0, 1000));
      for (const file of filesIn(folder)) assert.equal(readFileSync(file).includes(photo.subarray(0, 16)), false);
    });

    test('a chunk that was stored before a crash, and not acknowledged, is sent again and does no harm', async () => {
      const id = await one.create();
      await one.send(id, 0, photo.subarray(0, 1000));
      // The crash: pieces without a row that knows of them, one longer, one shorter than what is sent afterwards.
      await one.chunks.keep(id, 1000, photo.subarray(1000, 1500));
      await one.chunks.keep(id, 1000, photo.subarray(1000, 4000));
      assert.equal(await two.offset(id), 1000);
      assert.equal(await two.send(id, 1000, photo.subarray(1000, 3000)), 3000);
      await two.send(id, 3000, photo.subarray(3000));
      assert.equal((await two.service.view(person, id)).status, 'received');
    });

    test('two processes that get the same chunk acknowledge it once', async () => {
      const id = await one.create();
      const outcomes = await Promise.allSettled([
        one.send(id, 0, photo.subarray(0, 3000)),
        two.send(id, 0, photo.subarray(0, 2000)),
      ]);
      assert.equal(outcomes.filter(({ status }) => status === 'fulfilled').length, 1);
      const offset = await one.offset(id);
      await one.send(id, offset, photo.subarray(offset));
      assert.equal((await one.service.view(person, id)).status, 'received');
    });

    test('a file whose last byte came before a crash is finished by whoever asks next, and its pieces go', async () => {
      const id = await one.create();
      await one.send(id, 0, photo);
      assert.equal((await one.service.views([id]))[0]?.status, 'receiving');
      const views = await Promise.all([one, one, two, two].map(async ({ service }) => service.view(person, id)));
      assert.deepEqual(
        views.map(({ status }) => status),
        ['received', 'received', 'received', 'received'],
      );
      assert.deepEqual(await one.storage.list(`uploads/${id}/`), []);
      assert.deepEqual(await one.storage.list(`photos/${id}/`), [`photos/${id}/full`, `photos/${id}/thumb`]);
    });

    test('pieces that a crash left behind a finished file go with the next round', async () => {
      const id = await one.receive();
      const waiting = await one.create();
      await one.send(waiting, 0, photo.subarray(0, 10));
      await one.chunks.keep(id, 0, photo);
      await one.service.discardExpired();
      assert.deepEqual(await one.storage.list(`uploads/${id}/`), []);
      assert.equal((await one.storage.list(`uploads/${waiting}/`)).length, 1);
    });

    test('a file that the decoder chokes on fails alone', async () => {
      const [bad, good] = await Promise.all([one.receive(photo.subarray(0, 3000)), one.receive()]);
      const [failed, received] = await one.service.views([bad, good]);
      assert.equal(failed?.failure?.code, 'upload-broken');
      assert.equal(received?.status, 'received');
      await throws(attach('c0', [bad]), 'upload-broken');
    });

    test('received uploads are attached once and stay; doing it again changes nothing', async () => {
      const ids = [await one.receive(), await one.receive()];
      await attach('c1', ids);
      await attach('c1', ids);
      await throws(attach('c2', ids), 'upload-attached');
      clock.pass(400 * day);
      await one.service.discardExpired();
      assert.deepEqual(
        (await one.service.views(ids)).map(({ id, status }) => [id, status]),
        ids.map((id) => [id, 'received']),
      );
      await throws(one.service.remove(person, ids[0]!), 'upload-attached');
    });

    test('what is not there, not whole, or not theirs is attached to nothing, and the rest neither', async () => {
      const id = await one.receive();
      await throws(attach('c3', [id, newId()]), 'upload-not-found');
      await throws(attach('c3', [id, await one.create()]), 'upload-incomplete');
      await throws(attach('c3', [id], 'somebody-else'), 'upload-not-found');
      assert.equal(await database.read.countBy(Upload, { caseId: 'c3' }), 0);
    });

    test('what was taken out of a case, or never put into one, is gone after seven days', async () => {
      const [replaced, kept, loose] = [await one.receive(), await one.receive(), await one.receive()];
      await attach('c4', [replaced, kept]);
      await database.transaction(async (tx) => one.service.detach(tx, 'c4', [replaced]));
      clock.pass(7 * day - 1);
      await one.service.discardExpired();
      assert.equal((await one.service.views([replaced, kept, loose])).length, 3);
      clock.pass(1);
      await throws(attach('c4', [loose]), 'upload-expired');
      await throws(one.service.view(person, loose), 'upload-expired');
      await one.service.discardExpired();
      assert.deepEqual(
        (await one.service.views([replaced, kept, loose])).map(({ id }) => id),
        [kept],
      );
      assert.deepEqual(await one.storage.list(`photos/${loose}/`), []);
      await throws(one.service.bytes(loose), 'upload-not-found');
    });

    test('bytes are those of the picture that is kept', async () => {
      const { full, mime } = await one.service.bytes(await one.receive());
      assert.equal(mime, 'image/jpeg');
      assert.deepEqual([...full.subarray(0, 2)], [0xff, 0xd8]);
      const signed = await one.service.bytes(
        await one.receive(await drawnPaper().resize(90).png().toBuffer(), 'signature'),
      );
      assert.equal(signed.mime, 'image/png');
    });

    test('a link stays the same for some minutes and ends within ten', async () => {
      const id = await one.receive();
      const token = (await one.service.view(person, id)).picture?.split('token=')[1] ?? '';
      clock.pass(299_000);
      assert.ok((await one.service.view(person, id)).picture?.endsWith(token));
      assert.ok(one.links.check(id, 'full', token) > 0);
      clock.pass(301_000);
      assert.throws(() => one.links.check(id, 'full', token), { code: 'upload-link-expired' });
    });

    test('a link is good for its own picture, kind and time only', async () => {
      const id = newId();
      const token = one.links.make(id, 'thumb').split('token=')[1] ?? '';
      assert.ok(one.links.check(id, 'thumb', token) > 0);
      const [expiry = '', signature = ''] = token.split('.');
      const later = (Number.parseInt(expiry, 36) + 300).toString(36);
      for (const forged of [
        `${later}.${signature}`,
        expiry,
        '',
        `${expiry}.`,
        `.${signature}`,
        `x.${'0'.repeat(64)}`,
      ]) {
        assert.throws(() => one.links.check(id, 'thumb', forged), { code: 'upload-not-found' }, forged);
      }
      assert.throws(() => one.links.check(id, 'full', token), { code: 'upload-not-found' });
      assert.throws(() => one.links.check(newId(), 'thumb', token), { code: 'upload-not-found' });
    });
  });
}
