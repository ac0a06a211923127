import { Module, type DynamicModule, type OnModuleInit } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE, DiscoveryModule } from '@nestjs/core';
import { HolidaysController } from './administration/holidays.controller.js';
import { HolidaysService } from './administration/holidays.service.js';
import { RegionVersionsService } from './administration/region-versions.service.js';
import { RulesController } from './administration/rules.controller.js';
import { RulesService } from './administration/rules.service.js';
import { AccountsController } from './agency/accounts.controller.js';
import { LoginFailures } from './agency/login-failures.js';
import { OfficerAccountsService } from './agency/officer-accounts.service.js';
import { OfficerSessionsService } from './agency/officer-sessions.service.js';
import { OwnAccountController } from './agency/own-account.controller.js';
import { CalendarsService } from './calendar/calendars.service.js';
import { CasesInHandService } from './cases/cases-in-hand.service.js';
import { DueDatesService } from './cases/due-dates.service.js';
import { AgencyController } from './agency/agency.controller.js';
import { AuditTrail } from './audit/audit-trail.js';
import { DecisionsService } from './cases/office/decisions.service.js';
import { OfficeAccess } from './cases/office/office-access.js';
import { OfficeReader } from './cases/office/office-reader.service.js';
import { OfficerLoginService } from './agency/officer-login.service.js';
import { OfficersService } from './agency/officers.service.js';
import { OfficersOnFile } from './agency/officers-on-file.js';
import { CaseAccess } from './cases/case-access.service.js';
import { CaseContent } from './cases/case-content.js';
import { CaseDocuments } from './cases/case-documents.js';
import { CaseEditing } from './cases/case-editing.js';
import { CaseEffects } from './cases/case-effects.js';
import { CaseHistories } from './cases/case-history.js';
import { CaseSubjects } from './cases/case-subject.js';
import { CaseTransitions } from './cases/case-transitions.js';
import { CaseViews } from './cases/case-view.js';
import { CasesController } from './cases/cases.controller.js';
import { EndedCasesService } from './cases/ended-cases.service.js';
import { CasesReader } from './cases/cases.reader.js';
import { DraftOpening } from './cases/draft-opening.service.js';
import { DraftsService } from './cases/drafts.service.js';
import { PlatformDeliveries } from './cases/platform-deliveries.js';
import { PlatformFactsService } from './people/platform-facts.service.js';
import { SubmissionsService } from './cases/submissions.service.js';
import { CatalogueController } from './catalogue/catalogue.controller.js';
import { SamplePictures } from './catalogue/sample-pictures.js';
import { SamplePicturesController } from './catalogue/sample-pictures.controller.js';
import type { Config } from './config.js';
import { ConsentsController } from './consents/consents.controller.js';
import { ConsentsService } from './consents/consents.service.js';
import { CoreModule } from './core.module.js';
import { DocumentsService } from './documents/documents.service.js';
import { VerificationController } from './documents/verification.controller.js';
import { AuditReader } from './audit/audit-reader.service.js';
import { AuditPages } from './cases/office/audit-pages.service.js';
import { AuditPagesController } from './cases/office/audit-pages.controller.js';
import { HandOvers } from './cases/office/hand-overs.service.js';
import { HandOversController } from './cases/office/hand-overs.controller.js';
import { NoticeReasonsService } from './cases/office/notice-reasons.service.js';
import { BusyProxies } from './cases/office/busy-proxies.service.js';
import { HoldsController } from './cases/office/holds.controller.js';
import { HoldsService } from './cases/office/holds.service.js';
import { RectifyingService } from './cases/office/rectifying.service.js';
import { RectificationsController } from './cases/office/rectifications.controller.js';
import { BusyProxiesController } from './cases/office/busy-proxies.controller.js';
import { FiguresController } from './figures/figures.controller.js';
import { FiguresService } from './figures/figures.service.js';
import { GrantAuthority } from './grants/grant-authority.service.js';
import { GrantContent } from './grants/grant-content.js';
import { GrantLetters } from './grants/grant-letters.js';
import { GrantSigningService } from './grants/grant-signing.service.js';
import { GrantViews } from './grants/grant-views.js';
import { ProxyGrantsController } from './grants/proxy-grants.controller.js';
import { ProxyGrantsService } from './grants/proxy-grants.service.js';
import { HealthController } from './health/health.controller.js';
import { AccessGuard } from './http/access.guard.js';
import { Idempotency } from './idempotency/idempotency.js';
import { InboxService } from './inbox/inbox.service.js';
import { MessageDeliveries } from './inbox/message-deliveries.js';
import { SubscriptionsController } from './inbox/subscriptions.controller.js';
import { SubscriptionsService } from './inbox/subscriptions.service.js';
import { AddressLimitsGuard } from './limits/address-limits.guard.js';
import { CallerLimitsGuard } from './limits/caller-limits.guard.js';
import { LimitsService } from './limits/limits.service.js';
import { Outbox } from './outbox/outbox.js';
import { LOGGER } from './logging.js';
import { DraftExpiry } from './cases/draft-expiry.service.js';
import { PersonalCases } from './cases/personal-cases.service.js';
import { PersonalDataController } from './personal-data/personal-data.controller.js';
import { PersonalDataService } from './personal-data/personal-data.service.js';
import { PersonalWorkbooks } from './personal-data/personal-workbooks.js';
import { DeletionsController } from './retention/deletions.controller.js';
import { DeletionProofs } from './retention/deletions.service.js';
import { CaseDeletions } from './retention/case-deletion.service.js';
import { ClosedCases } from './retention/closed-cases.service.js';
import { LeftPeople } from './retention/left-people.service.js';
import { RetentionService } from './retention/retention.service.js';
import { RatingPlacesWorker } from './ratings/rating-places.worker.js';
import { RetentionWorker } from './retention/retention.worker.js';
import { OutboxWorker } from './outbox/outbox.worker.js';
import { CredentialController } from './people/credential.controller.js';
import { CredentialService } from './people/credential.service.js';
import { EnrolmentsService } from './people/enrolments.service.js';
import { MeController } from './people/me.controller.js';
import { PeopleService } from './people/people.service.js';
import { ProblemFilter } from './problems/problem.filter.js';
import { validation } from './problems/validation.js';
import { PublishedRatings } from './ratings/published-ratings.js';
import { RatingsController } from './ratings/ratings.controller.js';
import { RatingsService } from './ratings/ratings.service.js';
import { RectificationsService } from './ratings/rectifications.service.js';
import { ReadingsController } from './reading/readings.controller.js';
import { ReadingsModule } from './reading/readings.module.js';
import { ReadingsWorker } from './reading/readings.worker.js';
import { ReceiptsService } from './receipts/receipts.service.js';
import { AccessTokens } from './session/access-tokens.js';
import { LoginsController } from './session/logins.controller.js';
import { SessionController } from './session/session.controller.js';
import { SessionService } from './session/session.service.js';
import { AgencyMessagesController } from './cases/stages/agency-messages.controller.js';
import { AgencyTablesController } from './cases/tables/agency-tables.controller.js';
import { CaseFeedbacks } from './cases/stages/case-feedbacks.js';
import { CaseStages } from './cases/stages/case-stages.js';
import { CaseTablesController } from './cases/tables/case-tables.controller.js';
import { CaseTablesService } from './cases/tables/case-tables.service.js';
import { Conversations } from './cases/stages/conversations.js';
import { PublicNoticesController } from './cases/stages/public-notices.controller.js';
import { PublicNoticesService } from './cases/stages/public-notices.service.js';
import { StagesController } from './cases/stages/stages.controller.js';
import { StagesService } from './cases/stages/stages.service.js';
import { TableReader } from './tables/table-reader.js';
import { TableTemplatesController } from './cases/tables/table-templates.controller.js';
import { TablesService } from './tables/tables.service.js';
import { UnitsController } from './units/units.controller.js';
import { UnitsService } from './units/units.service.js';
import { TrimmingController } from './uploads/trimming.controller.js';
import { TrimmingService } from './uploads/trimming.service.js';
import { UploadsModule } from './uploads/uploads.module.js';
import { CertificatesController } from './cases/certificates.controller.js';
import { CertificatesService } from './cases/certificates.service.js';
import { EstimatesController } from './cases/estimates.controller.js';
import { ImmediateDecisions } from './cases/immediate-decisions.js';
import { CaseLegs } from './cases/legs/case-legs.js';
import { OnceClaims } from './cases/once/once-claims.js';
import { TransferWatch } from './cases/legs/transfer-watch.js';
import { GrantsController } from './cases/office/grants.controller.js';
import { PayoutsService } from './cases/office/payouts.service.js';
import { PaymentFollowUp } from './payments/payment-follow-up.js';
import { PaymentResultsService } from './payments/payment-results.service.js';
import { PaymentsController } from './payments/payments.controller.js';
import { PaymentsService } from './payments/payments.service.js';
import { GrantsService } from './cases/office/grants.service.js';
import { LiveRecordsController } from './people/live-records.controller.js';
import { LiveRecordsService } from './people/live-records.service.js';
import { SuggestionsController } from './suggestions/suggestions.controller.js';
import { SuggestionsService } from './suggestions/suggestions.service.js';
import { UnitEnrolmentController } from './units/unit-enrolment.controller.js';
import { UnitEnrolmentService } from './units/unit-enrolment.service.js';

@Module({})
export class AppModule implements OnModuleInit {
  constructor(
    private readonly outbox: Outbox,
    private readonly platform: PlatformDeliveries,
    private readonly messages: MessageDeliveries,
  ) {}

  static with(config: Config): DynamicModule {
    return {
      module: AppModule,
      imports: [CoreModule.with(config), DiscoveryModule, ReadingsModule, UploadsModule],
      controllers: [
        AccountsController,
        HolidaysController,
        OwnAccountController,
        RulesController,
        AgencyController,
        CasesController,
        CatalogueController,
        SamplePicturesController,
        CertificatesController,
        CredentialController,
        EstimatesController,
        GrantsController,
        BusyProxiesController,
        RectificationsController,
        DeletionsController,
        HoldsController,
        HandOversController,
        FiguresController,
        AuditPagesController,
        ProxyGrantsController,
        HealthController,
        LiveRecordsController,
        MeController,
        PaymentsController,
        PersonalDataController,
        RatingsController,
        ReadingsController,
        TrimmingController,
        LoginsController,
        SessionController,
        SubscriptionsController,
        ConsentsController,
        SuggestionsController,
        UnitEnrolmentController,
        AgencyMessagesController,
        AgencyTablesController,
        CaseTablesController,
        PublicNoticesController,
        StagesController,
        TableTemplatesController,
        UnitsController,
        VerificationController,
      ],
      providers: [
        {
          provide: APP_FILTER,
          inject: [LOGGER],
          useFactory: (logger: ConstructorParameters<typeof ProblemFilter>[0]) => new ProblemFilter(logger),
        },
        { provide: APP_GUARD, useClass: AddressLimitsGuard },
        { provide: APP_GUARD, useClass: AccessGuard },
        { provide: APP_GUARD, useClass: CallerLimitsGuard },
        { provide: APP_PIPE, useValue: validation },
        AccessTokens,
        CalendarsService,
        CasesInHandService,
        DueDatesService,
        HolidaysService,
        LoginFailures,
        OfficerAccountsService,
        OfficerSessionsService,
        RegionVersionsService,
        RulesService,
        AuditTrail,
        CaseAccess,
        CaseContent,
        CaseDocuments,
        CaseEditing,
        CaseEffects,
        CaseHistories,
        CaseLegs,
        CaseSubjects,
        CaseTransitions,
        CaseViews,
        CasesReader,
        CertificatesService,
        CredentialService,
        DecisionsService,
        DocumentsService,
        DraftOpening,
        DraftsService,
        EnrolmentsService,
        GrantsService,
        BusyProxies,
        RectifyingService,
        HandOvers,
        FiguresService,
        NoticeReasonsService,
        AuditPages,
        AuditReader,
        GrantAuthority,
        GrantContent,
        GrantLetters,
        GrantSigningService,
        GrantViews,
        ProxyGrantsService,
        Idempotency,
        SamplePictures,
        TrimmingService,
        ImmediateDecisions,
        LiveRecordsService,
        InboxService,
        LimitsService,
        OfficeAccess,
        OfficeReader,
        OfficerLoginService,
        OfficersOnFile,
        OfficersService,
        OnceClaims,
        Outbox,
        OutboxWorker,
        DraftExpiry,
        PersonalCases,
        PersonalWorkbooks,
        PersonalDataService,
        CaseDeletions,
        DeletionProofs,
        HoldsService,
        EndedCasesService,
        ClosedCases,
        LeftPeople,
        RetentionService,
        RatingPlacesWorker,
        RetentionWorker,
        PaymentFollowUp,
        PaymentResultsService,
        PaymentsService,
        PayoutsService,
        PeopleService,
        PlatformDeliveries,
        PlatformFactsService,
        RatingsService,
        PublishedRatings,
        RectificationsService,
        ReadingsWorker,
        ReceiptsService,
        SessionService,
        MessageDeliveries,
        SubscriptionsService,
        ConsentsService,
        CaseFeedbacks,
        CaseStages,
        CaseTablesService,
        Conversations,
        PublicNoticesService,
        StagesService,
        TableReader,
        TablesService,
        UnitsService,
        SubmissionsService,
        SuggestionsService,
        TransferWatch,
        UnitEnrolmentService,
      ],
    };
  }

  onModuleInit(): void {
    this.outbox.register(this.platform);
    this.outbox.register(this.messages);
  }
}
