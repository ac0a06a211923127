import { Controller, Delete, Get, Head, Header, Options, Param, Patch, Post, Query, Req, Res } from '@nestjs/common';
import type { UploadView } from '@yiban/shared-types/cases';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Access, Problems } from '../http/access.js';
import { Citizen, type CitizenCaller } from '../http/caller.js';
import { Limited } from '../limits/limited.js';
import { problem } from '../problems/problem.js';
import { PictureLinks } from './picture-links.js';
import type { PictureKind } from './pictures.js';
import { TusService, type TusMethod } from './tus.service.js';
import { checksumAlgorithms } from './upload-checksum.js';
import { UploadsService } from './uploads.service.js';

/** Photos and signatures: tus 1.0.0 to send them, JSON to ask for them, links to see them. */
@Controller('uploads')
@Access('citizen')
export class UploadsController {
  constructor(
    private readonly tus: TusService,
    private readonly uploads: UploadsService,
    private readonly links: PictureLinks,
  ) {}

  @Options()
  @Access('public')
  async capabilities(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.#exchange(request, reply, 'OPTIONS', '');
  }

  @Post()
  @Limited('upload')
  @Problems('malformed-request', 'upload-too-large', 'upload-broken', 'upload-protocol')
  async create(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Citizen() { personId }: CitizenCaller,
  ): Promise<void> {
    await this.#exchange(request, reply, 'POST', personId);
  }

  // Before GET, for which Fastify would otherwise make a HEAD of its own.
  @Head(':id')
  @Problems('upload-not-found', 'upload-expired', 'upload-protocol')
  async offset(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Citizen() { personId }: CitizenCaller,
    @Param('id') id: string,
  ): Promise<void> {
    await this.#exchange(request, reply, 'HEAD', personId, id);
  }

  @Patch(':id')
  @Problems(
    'malformed-request',
    'unsupported-media-type',
    'body-too-large',
    'upload-not-found',
    'upload-expired',
    'upload-busy',
    'upload-offset-conflict',
    'upload-checksum-mismatch',
    'upload-protocol',
    'upload-not-a-photo',
    'upload-not-a-table',
    'upload-broken',
    'upload-dimensions',
  )
  async append(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Citizen() { personId }: CitizenCaller,
    @Param('id') id: string,
  ): Promise<void> {
    await this.#exchange(request, reply, 'PATCH', personId, id);
  }

  @Delete(':id')
  @Problems('upload-not-found', 'upload-attached', 'upload-protocol')
  async remove(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Citizen() { personId }: CitizenCaller,
    @Param('id') id: string,
  ): Promise<void> {
    await this.#exchange(request, reply, 'DELETE', personId, id);
  }

  @Get(':id')
  @Header('Cache-Control', 'no-store')
  @Problems('upload-not-found', 'upload-expired')
  async view(@Citizen() { personId }: CitizenCaller, @Param('id') id: string): Promise<UploadView> {
    return this.uploads.view(personId, id);
  }

  @Get(':id/picture')
  @Access('public')
  @Problems('upload-not-found', 'upload-link-expired')
  async picture(@Param('id') id: string, @Query('token') token: unknown, @Res() reply: FastifyReply): Promise<void> {
    await this.#show(id, 'full', token, reply);
  }

  @Get(':id/thumbnail')
  @Access('public')
  @Problems('upload-not-found', 'upload-link-expired')
  async thumbnail(@Param('id') id: string, @Query('token') token: unknown, @Res() reply: FastifyReply): Promise<void> {
    await this.#show(id, 'thumb', token, reply);
  }

  async #exchange(
    request: FastifyRequest,
    reply: FastifyReply,
    method: TusMethod,
    personId: string,
    id?: string,
  ): Promise<void> {
    // On refusals too, which the problem filter answers.
    reply.headers({
      'Tus-Resumable': '1.0.0',
      'Tus-Version': '1.0.0',
      'Tus-Checksum-Algorithm': checksumAlgorithms.join(','),
    });
    const { status, headers, body } = await this.tus.answer(request, method, personId, id);
    await reply.status(status).headers(headers).send(body);
  }

  async #show(id: string, kind: PictureKind, token: unknown, reply: FastifyReply): Promise<void> {
    if (typeof token !== 'string') throw problem('upload-not-found');
    const left = this.links.check(id, kind, token);
    const { bytes, mime } = await this.uploads.picture(id, kind);
    await reply
      .headers({
        'Content-Type': mime,
        'Content-Disposition': 'inline',
        'Cache-Control': `private, max-age=${left}`,
        'X-Content-Type-Options': 'nosniff',
        'Content-Security-Policy': "default-src 'none'",
        'Referrer-Policy': 'no-referrer',
      })
      .send(bytes);
  }
}
