import { Injectable } from '@nestjs/common';
import type { SuggestionsView } from '@yiban/shared-types/suggestions';
import { PersonalCases } from '../cases/personal-cases.service.js';
import { CatalogueService } from '../catalogue/catalogue.service.js';
import { Clock, shanghaiDate } from '../clock.js';
import { platformName } from '../people/enrolment-words.js';
import { PeopleService } from '../people/people.service.js';
import { PlatformFactsService } from '../people/platform-facts.service.js';
import { problem } from '../problems/problem.js';
import { factsForSuggestions, suggestedItems } from './suggested-items.js';

/** What a person can do now, from their live enrolments and open cases. */
@Injectable()
export class SuggestionsService {
  constructor(
    private readonly people: PeopleService,
    private readonly catalogue: CatalogueService,
    private readonly platformFacts: PlatformFactsService,
    private readonly cases: PersonalCases,
    private readonly clock: Clock,
  ) {}

  /** Throws `unknown-region` for a place not served here, `platform-unavailable` where the person can't be looked up. */
  async of(personId: string): Promise<SuggestionsView> {
    const person = await this.people.known(personId);
    if (person.region === null) throw problem('unknown-region');
    const items = this.catalogue.items(person.region);
    const [platform, underWay] = await Promise.all([
      this.platformFacts.of(person, factsForSuggestions(items)),
      this.cases.itemsUnderWay(personId),
    ]);
    if (platform === null) throw problem('platform-unavailable');
    const now = this.clock.now();
    const situation = {
      today: shanghaiDate(now),
      region: this.catalogue.region(person.region),
      platform: { ...platform, concerned: null },
      name: person.data.name,
      phone: person.data.phone,
    };
    return {
      suggestions: suggestedItems(items, situation, underWay),
      source: platformName,
      asOf: now.toISOString(),
    };
  }
}
