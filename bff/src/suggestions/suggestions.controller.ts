import { Controller, Get } from '@nestjs/common';
import type { SuggestionsView } from '@yiban/shared-types/suggestions';
import { Access, Problems } from '../http/access.js';
import { Citizen, type CitizenCaller } from '../http/caller.js';
import { SuggestionsService } from './suggestions.service.js';

/** What one can do now, the likeliest first, each with the reason. */
@Controller('me')
@Access('citizen')
export class SuggestionsController {
  constructor(private readonly suggestions: SuggestionsService) {}

  @Get('suggestions')
  @Problems('platform-unavailable', 'person-not-found', 'unknown-region')
  async suggested(@Citizen() { personId }: CitizenCaller): Promise<SuggestionsView> {
    return this.suggestions.of(personId);
  }
}
