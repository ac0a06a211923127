import { Inject, Injectable } from '@nestjs/common';
import type { CaseView } from '@yiban/shared-types/cases';
import { Database } from '../database/database.js';
import type { EnrolmentSnapshot } from '../documents/document-snapshot.js';
import { DocumentsService } from '../documents/documents.service.js';
import { GatewayRefused, GatewayUnavailable } from '../gateways/gateway-errors.js';
import type { InsurancePlatform } from '../gateways/insurance-platform/insurance-platform.js';
import { activeEnrolment } from '../gateways/insurance-platform/platform-records.js';
import { PLATFORM } from '../gateways/tokens.js';
import type { CitizenCaller } from '../http/caller.js';
import { insuranceNameOf, statusNames } from '../people/enrolment-words.js';
import { EnrolmentsService } from '../people/enrolments.service.js';
import type { KnownPerson } from '../people/people.service.js';
import { problem } from '../problems/problem.js';
import { CaseAccess } from './case-access.service.js';
import { CaseViews } from './case-view.js';
import { Case } from './case.entity.js';
import { certificatePeriods } from './certificate-periods.js';

/** 参保凭证: its facts, live, and taking one back. */
@Injectable()
export class CertificatesService {
  constructor(
    private readonly database: Database,
    private readonly access: CaseAccess,
    private readonly enrolments: EnrolmentsService,
    private readonly documents: DocumentsService,
    private readonly views: CaseViews,
    @Inject(PLATFORM) private readonly platform: InsurancePlatform,
  ) {}

  /** What the platform says now. Throws `platform-unavailable`, `person-not-found`. */
  async facts(person: KnownPerson): Promise<EnrolmentSnapshot['enrolment']> {
    const { value: record, answeredAt } = await this.enrolments.record(person);
    const region = person.region ?? '';
    const insured = { psnNo: record.psnNo, division: person.data.division };
    try {
      const [certificate, years, accounts] = await Promise.all([
        this.platform.certificateFacts(region, insured),
        this.platform.paymentYears(region, insured),
        this.platform.accounts(region, insured),
      ]);
      const enrolment = activeEnrolment(record.enrolments) ?? record.enrolments[0];
      const { insutype, certificateNo, from } = certificate.value;
      const open = accounts.value.find(({ status }) => status === 'open');
      return {
        certificateNo,
        insurance: insuranceNameOf(insutype),
        status: statusNames[enrolment?.status ?? 'unknown'],
        since: from,
        employer: enrolment?.employer ?? null,
        balance: open?.balance ?? null,
        periods: certificatePeriods(years.value, record.enrolments),
        asOf: answeredAt,
      };
    } catch (error) {
      if (error instanceof GatewayUnavailable || error instanceof GatewayRefused) throw problem('platform-unavailable');
      throw error;
    }
  }

  /** The person takes a certificate back: whoever checks it from now on is told so. */
  async withdraw({ personId }: CitizenCaller, caseId: string, documentId: string): Promise<CaseView> {
    await this.access.own(personId, caseId, 'withdraw-document');
    await this.database.transaction((tx) => this.documents.withdraw(tx, caseId, documentId));
    return this.views.view(
      this.database.read,
      await this.database.read.findOneByOrFail(Case, { id: caseId }),
      personId,
    );
  }
}
