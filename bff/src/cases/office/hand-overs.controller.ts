import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import type { CaseInHand, CasesInHand, HandedCase } from '@yiban/shared-types/agency';
import { Access, Problems } from '../../http/access.js';
import { InOffice, type OfficerCaller } from '../../http/caller.js';
import { HandOver } from './hand-overs.requests.js';
import { HandOvers } from './hand-overs.service.js';

/** Cases of an officer who is away, given to others by a supervisor of the region. */
@Controller('agency/hand-overs')
@Access(['supervisor'])
export class HandOversController {
  constructor(private readonly handOvers: HandOvers) {}

  /** Everybody of the region, with how many cases they have in hand. */
  @Get()
  async officers(@InOffice() supervisor: OfficerCaller): Promise<readonly CasesInHand[]> {
    return this.handOvers.officers(supervisor);
  }

  @Get(':id')
  @Problems('officer-not-found')
  async cases(@InOffice() supervisor: OfficerCaller, @Param('id') id: string): Promise<readonly CaseInHand[]> {
    return this.handOvers.cases(supervisor, id);
  }

  /** Asked twice, the second time changes nothing: each case says where it is. */
  @Post(':id')
  @HttpCode(200)
  @Problems('officer-not-found', 'receiver-unfit')
  async hand(
    @InOffice() supervisor: OfficerCaller,
    @Param('id') id: string,
    @Body() { cases, to, reason }: HandOver,
  ): Promise<readonly HandedCase[]> {
    return this.handOvers.hand(supervisor, id, { cases, to: to ?? null, reason });
  }
}
