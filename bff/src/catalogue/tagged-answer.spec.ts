import assert from 'node:assert/strict';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { NestFactory } from '@nestjs/core';
import { Module } from '@nestjs/common';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { pino } from 'pino';
import { ProblemFilter } from '../problems/problem.filter.js';
import { validation } from '../problems/validation.js';
import { CatalogueController } from './catalogue.controller.js';
import { CatalogueService } from './catalogue.service.js';

@Module({
  controllers: [CatalogueController],
  providers: [
    {
      provide: CatalogueService,
      useFactory: () => CatalogueService.load(path.join(import.meta.dirname, '../../catalogue')),
    },
  ],
})
class CatalogueOnly {}

let app: NestFastifyApplication;
before(async () => {
  app = await NestFactory.create<NestFastifyApplication>(CatalogueOnly, new FastifyAdapter(), { logger: false });
  app.useGlobalPipes(validation);
  app.useGlobalFilters(new ProblemFilter(pino({ level: 'silent' })));
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
});
after(() => app.close());

const get = (url: string, headers: Record<string, string> = {}) => app.inject({ method: 'GET', url, headers });
const tagOf = (response: { headers: Record<string, unknown> }) => String(response.headers['etag']);

for (const url of [
  '/regions',
  '/regions/620000/items',
  '/regions/620000/items?q=%E7%94%9F%E5%AD%A9%E5%AD%90',
  '/regions/620000/items/remote-retiree',
  '/regions/340000/aid-standards',
]) {
  test(`${url} carries a tag and is not sent again to someone who has it`, async () => {
    const first = await get(url);
    assert.equal(first.statusCode, 200);
    assert.match(String(first.headers['content-type']), /^application\/json/);
    assert.match(String(first.headers['cache-control']), /max-age/);
    const again = await get(url, { 'if-none-match': `"other", W/${tagOf(first)}` });
    assert.equal(again.statusCode, 304);
    assert.equal(again.body, '');
    assert.equal(tagOf(again), tagOf(first));
    assert.equal((await get(url, { 'if-none-match': '"other"' })).statusCode, 200);
  });
}

test('every page of every item in every region carries a tag and is not sent again', async () => {
  let pages = 0;
  for (const { code } of (await get('/regions')).json<readonly { code: string }[]>()) {
    for (const { id } of (await get(`/regions/${code}/items`)).json<readonly { id: string }[]>()) {
      const url = `/regions/${code}/items/${id}`;
      const first = await get(url);
      assert.equal(first.statusCode, 200, url);
      assert.equal((await get(url, { 'if-none-match': tagOf(first) })).statusCode, 304, url);
      pages += 1;
    }
  }
  assert.ok(pages >= 91, `${pages} pages`);
});

test('tags tell answers apart', async () => {
  const tags = await Promise.all(
    ['/regions/620000/items', '/regions/140825/items', '/regions/340000/items'].map(async (url) =>
      tagOf(await get(url)),
    ),
  );
  assert.equal(new Set(tags).size, 3);
});

test('an unknown region or item is a problem with a code, with no tag', async () => {
  const region = await get('/regions/999999/items');
  assert.equal(region.statusCode, 404);
  assert.equal(region.json().code, 'unknown-region');
  const item = await get('/regions/620000/items/special-drug');
  assert.equal(item.statusCode, 404);
  assert.equal(item.json().code, 'unknown-item');
  assert.equal(item.headers['etag'], undefined);
  assert.equal((await get('/regions/620000%2Fremote-retiree/items')).json().code, 'unknown-region');
});

test('a question that is too long is refused in words', async () => {
  const response = await get(`/regions/620000/items?q=${'a'.repeat(101)}`);
  assert.equal(response.statusCode, 400);
  assert.equal(response.json().code, 'malformed-request');
});

test('a region that publishes no aid standards says so', async () => {
  const { standards, introduction } = (await get('/regions/620000/aid-standards')).json();
  assert.deepEqual(standards, []);
  assert.match(introduction, /还没有公布/);
});

test('a division belongs to the narrowest region that names it', () => {
  const catalogue = app.get(CatalogueService);
  assert.equal(catalogue.regionOfDivision('620102'), '620000');
  assert.equal(catalogue.regionOfDivision('140825'), '140825');
  assert.equal(catalogue.regionOfDivision('340104'), '340000');
  assert.equal(catalogue.regionOfDivision('140802'), null);
});
