import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Access, Problems } from '../http/access.js';
import { CatalogueService } from './catalogue.service.js';
import { ItemQuery, ItemsQuery } from './items-query.js';
import { sendTagged, taggedAnswer, type TaggedAnswer } from './tagged-answer.js';

/** What can be applied for, open to all. Every answer carries an ETag. */
@ApiTags('catalogue')
@ApiResponse({ status: 304, description: 'The caller has this answer already.' })
@Access('public')
@Controller('regions')
export class CatalogueController {
  /** Each answer is written once for each state of the catalogue. */
  readonly #answers = new Map<string, TaggedAnswer>();
  #state = '';

  constructor(private readonly catalogue: CatalogueService) {}

  @Get()
  @ApiOperation({ summary: 'The regions that are served' })
  @ApiOkResponse({ description: 'Region[]' })
  regions(@Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    sendTagged(
      request,
      reply,
      this.#once('regions', () => this.catalogue.regions()),
    );
  }

  @Get(':region/items')
  @Problems('unknown-region', 'malformed-request')
  @ApiOperation({ summary: 'Items of a region; with `q` those that a question in everyday words may mean, best first' })
  @ApiOkResponse({ description: 'ItemSummary[]' })
  items(
    @Param('region') region: string,
    @Query() { q = '' }: ItemsQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): void {
    const answer =
      q.trim() === ''
        ? this.#once(`list/${region}`, () => this.catalogue.list(region))
        : taggedAnswer(this.catalogue.search(region, q));
    sendTagged(request, reply, answer);
  }

  @Get(':region/items/:id')
  @Problems('unknown-region', 'unknown-item')
  @ApiOperation({ summary: 'Everything about an item: the eleven elements, form, materials, legal basis, sources' })
  @ApiOkResponse({ description: 'ItemPage' })
  item(
    @Param('region') region: string,
    @Param('id') id: string,
    @Query() { version }: ItemQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): void {
    const answer =
      version === undefined
        ? this.#once(`page/${region}/${id}`, () => this.catalogue.page(region, id))
        : taggedAnswer(this.catalogue.pageAt(region, id, version));
    sendTagged(request, reply, answer);
  }

  @Get(':region/aid-standards')
  @Problems('unknown-region')
  @ApiOperation({ summary: 'The published standards of medical aid' })
  @ApiOkResponse({ description: 'AidStandards' })
  aidStandards(@Param('region') region: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    sendTagged(
      request,
      reply,
      this.#once(`aid-standards/${region}`, () => this.catalogue.aidStandards(region)),
    );
  }

  #once(key: string, make: () => unknown): TaggedAnswer {
    const state = this.catalogue.versionsInEffect();
    if (state !== this.#state) {
      this.#answers.clear();
      this.#state = state;
    }
    const answer = this.#answers.get(key) ?? taggedAnswer(make());
    this.#answers.set(key, answer);
    return answer;
  }
}
