import { Controller, Get, Param } from '@nestjs/common';
import type { UnitEnrolmentView } from '@yiban/shared-types/live-records';
import { Access, Problems } from '../http/access.js';
import { Citizen, type CitizenCaller } from '../http/caller.js';
import { UnitEnrolmentService } from './unit-enrolment.service.js';

@Controller('units')
@Access('citizen')
export class UnitEnrolmentController {
  constructor(private readonly units: UnitEnrolmentService) {}

  /** Live from the platform, for the handler that it names. */
  @Get(':creditCode/enrolment')
  @Problems('unit-not-found', 'platform-unavailable')
  async enrolment(
    @Citizen() caller: CitizenCaller,
    @Param('creditCode') creditCode: string,
  ): Promise<UnitEnrolmentView> {
    return this.units.view(caller, creditCode);
  }
}
