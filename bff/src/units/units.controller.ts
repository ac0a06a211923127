import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import type { UnitView } from '@yiban/shared-types/units';
import { Access, Problems } from '../http/access.js';
import { Citizen, type CitizenCaller } from '../http/caller.js';
import { AddUnitRequest } from './units.requests.js';
import { UnitsService } from './units.service.js';

/** Units that one acts for. */
@Controller('units')
@Access('citizen')
export class UnitsController {
  constructor(private readonly units: UnitsService) {}

  @Get()
  async mine(@Citizen() caller: CitizenCaller): Promise<readonly UnitView[]> {
    return this.units.mine(caller);
  }

  @Post()
  @Problems(
    'unknown-region',
    'unit-code-wrong',
    'unit-name-required',
    'unit-letter-required',
    'upload-not-found',
    'upload-incomplete',
    'platform-unavailable',
  )
  async add(@Citizen() caller: CitizenCaller, @Body() { letter = [], ...unit }: AddUnitRequest): Promise<UnitView> {
    return this.units.add(caller, { ...unit, letter });
  }

  @Delete(':id')
  @HttpCode(204)
  @Problems('unit-not-found')
  async leave(@Citizen() caller: CitizenCaller, @Param('id') id: string): Promise<void> {
    await this.units.leave(caller, id);
  }
}
