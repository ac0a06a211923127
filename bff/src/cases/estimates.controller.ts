import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import type { AllowanceEstimate } from '@yiban/shared-types/estimates';
import { CatalogueService } from '../catalogue/catalogue.service.js';
import { Access, Problems } from '../http/access.js';
import { EstimateAllowance } from './estimates.requests.js';
import { maternityAllowance } from './maternity-allowance.js';

/** Estimates for anyone who wonders, without a case; marked as such. */
@Controller('regions')
@Access('public')
export class EstimatesController {
  constructor(private readonly catalogue: CatalogueService) {}

  /** 女职工劳动保护特别规定 第七条、第八条, with the region's data. Without a wage: the days alone. */
  @Post(':region/estimates/maternity-allowance')
  @HttpCode(200)
  @Problems('unknown-region')
  maternityAllowance(
    @Param('region') region: string,
    @Body() { event, birthKind, children = 1, pregnancyLength, averageMonthlyWage }: EstimateAllowance,
  ): AllowanceEstimate {
    return maternityAllowance(
      {
        event,
        birthKind: birthKind ?? null,
        children,
        pregnancyLength: pregnancyLength ?? null,
        averageMonthlyWage: averageMonthlyWage ?? null,
      },
      this.catalogue.region(region).maternityLeave,
    );
  }
}
