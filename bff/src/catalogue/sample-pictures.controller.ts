import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Access, Problems } from '../http/access.js';
import { SamplePictures } from './sample-pictures.js';
import { sendTagged } from './tagged-answer.js';

@ApiTags('catalogue')
@ApiResponse({ status: 304, description: 'The caller has this answer already.' })
@Access('public')
@Controller('papers')
export class SamplePicturesController {
  constructor(private readonly samples: SamplePictures) {}

  @Get(':paper/sample')
  @Problems('unknown-paper')
  @ApiOperation({ summary: 'What a photo of this kind of paper should show' })
  @ApiOkResponse({ description: 'WebP' })
  sample(@Param('paper') paper: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    sendTagged(request, reply, this.samples.of(paper));
  }
}
