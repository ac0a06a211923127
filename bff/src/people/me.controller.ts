import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import type { InboxPage } from '@yiban/shared-types/inbox';
import type { EnrolmentsView, PersonView, RegistrationsView } from '@yiban/shared-types/session';
import { PageQuery } from '../http/shared-requests.js';
import { Access, Problems } from '../http/access.js';
import { Citizen, type CitizenCaller } from '../http/caller.js';
import { InboxService } from '../inbox/inbox.service.js';
import { EnrolmentsService } from './enrolments.service.js';
import { PeopleService } from './people.service.js';

@Controller('me')
@Access('citizen')
export class MeController {
  constructor(
    private readonly people: PeopleService,
    private readonly enrolments: EnrolmentsService,
    private readonly inbox: InboxService,
  ) {}

  @Get()
  async me(@Citizen() { personId }: CitizenCaller): Promise<PersonView> {
    return this.people.view(await this.people.known(personId));
  }

  /** Live from the platform. */
  @Get('enrolments')
  @Problems('platform-unavailable', 'person-not-found', 'unknown-region')
  async enrolled(@Citizen() { personId }: CitizenCaller): Promise<EnrolmentsView> {
    return this.enrolments.view(personId);
  }

  /** Remote-care registrations in force, live from the platform. */
  @Get('registrations')
  @Problems('platform-unavailable', 'person-not-found', 'unknown-region')
  async registrations(@Citizen() { personId }: CitizenCaller): Promise<RegistrationsView> {
    return this.enrolments.registrations(personId);
  }

  @Get('inbox')
  async messages(
    @Citizen() { personId }: CitizenCaller,
    @Query() { cursor, limit = 20 }: PageQuery,
  ): Promise<InboxPage> {
    return this.inbox.page(personId, cursor, limit);
  }

  @Post('inbox/:id/read')
  @HttpCode(204)
  async read(@Citizen() { personId }: CitizenCaller, @Param('id') id: string): Promise<void> {
    await this.inbox.markRead(personId, id);
  }
}
