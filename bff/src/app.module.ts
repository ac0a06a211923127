import { Module, type DynamicModule, type OnModuleInit } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE, DiscoveryModule } from '@nestjs/core';
import { AgencyController } from './agency/agency.controller.js';
import { DecisionsService } from './cases/office/decisions.service.js';
import { OfficeAccess } from './cases/office/office-access.js';
import { OfficeReader } from './cases/office/office-reader.service.js';
import { OfficerLoginService } from './agency/officer-login.service.js';
import { OfficersService } from './agency/officers.service.js';
import { OfficersOnFile } from './agency/officers-on-file.js';
import { CaseAccess } from './cases/case-access.service.js';
import { CaseContent } from './cases/case-content.js';
import { CaseDocuments } from './cases/case-documents.js';
import { CaseEffects } from './cases/case-effects.js';
import { CaseHistories } from './cases/case-history.js';
import { CaseSubjects } from './cases/case-subject.js';
import { CaseTransitions } from './cases/case-transitions.js';
import { CaseViews } from './cases/case-view.js';
import { CasesController } from './cases/cases.controller.js';
import { CasesReader } from './cases/cases.reader.js';
import { DraftsService } from './cases/drafts.service.js';
import { PlatformDeliveries } from './cases/platform-deliveries.js';
import { PlatformFactsService } from './people/platform-facts.service.js';
import { SubmissionsService } from './cases/submissions.service.js';
import { CatalogueController } from './catalogue/catalogue.controller.js';
import type { Config } from './config.js';
import { CoreModule, LOGGER } from './core.module.js';
import { DocumentsService } from './documents/documents.service.js';
import { VerificationController } from './documents/verification.controller.js';
import { HealthController } from './health/health.controller.js';
import { AccessGuard } from './http/access.guard.js';
import { Idempotency } from './idempotency/idempotency.js';
import { InboxService } from './inbox/inbox.service.js';
import { SmsDeliveries } from './inbox/sms-deliveries.js';
import { Outbox } from './outbox/outbox.js';
import { OutboxWorker } from './outbox/outbox.worker.js';
import { CredentialController } from './people/credential.controller.js';
import { CredentialService } from './people/credential.service.js';
import { EnrolmentsService } from './people/enrolments.service.js';
import { MeController } from './people/me.controller.js';
import { PeopleService } from './people/people.service.js';
import { ProblemFilter } from './problems/problem.filter.js';
import { validation } from './problems/validation.js';
import { RatingsService } from './ratings/ratings.service.js';
import { ReceiptsService } from './receipts/receipts.service.js';
import { AccessTokens } from './session/access-tokens.js';
import { SessionController } from './session/session.controller.js';
import { SessionService } from './session/session.service.js';
import { UploadsModule } from './uploads/uploads.module.js';

@Module({})
export class AppModule implements OnModuleInit {
  constructor(
    private readonly outbox: Outbox,
    private readonly platform: PlatformDeliveries,
    private readonly sms: SmsDeliveries,
  ) {}

  static with(config: Config): DynamicModule {
    return {
      module: AppModule,
      imports: [CoreModule.with(config), DiscoveryModule, UploadsModule],
      controllers: [
        AgencyController,
        CasesController,
        CatalogueController,
        CredentialController,
        HealthController,
        MeController,
        SessionController,
        VerificationController,
      ],
      providers: [
        {
          provide: APP_FILTER,
          inject: [LOGGER],
          useFactory: (logger: ConstructorParameters<typeof ProblemFilter>[0]) => new ProblemFilter(logger),
        },
        { provide: APP_GUARD, useClass: AccessGuard },
        { provide: APP_PIPE, useValue: validation },
        AccessTokens,
        CaseAccess,
        CaseContent,
        CaseDocuments,
        CaseEffects,
        CaseHistories,
        CaseSubjects,
        CaseTransitions,
        CaseViews,
        CasesReader,
        CredentialService,
        DecisionsService,
        DocumentsService,
        DraftsService,
        EnrolmentsService,
        Idempotency,
        InboxService,
        OfficeAccess,
        OfficeReader,
        OfficerLoginService,
        OfficersOnFile,
        OfficersService,
        Outbox,
        OutboxWorker,
        PeopleService,
        PlatformDeliveries,
        PlatformFactsService,
        RatingsService,
        ReceiptsService,
        SessionService,
        SmsDeliveries,
        SubmissionsService,
      ],
    };
  }

  onModuleInit(): void {
    this.outbox.register(this.platform);
    this.outbox.register(this.sms);
  }
}
