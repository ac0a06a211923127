import { Injectable } from '@nestjs/common';
import type { CheckResult, Settlement } from '@yiban/shared-types/cases';
import type { EnrolmentSnapshot } from '../documents/document-snapshot.js';
import { ProblemException } from '../problems/problem.js';
import type { CaseSubject } from './case-subject.js';
import { CertificatesService } from './certificates.service.js';
import { settlementCategories } from './readings.js';

/** A rule that the case does not meet by data. */
export interface Unmet {
  readonly code: string;
  readonly message: string;
}

/** What a decision at once needs besides the check, or why there is none. */
export interface Decidable {
  readonly immediate: boolean;
  readonly settlement: Settlement | null;
  readonly certificate: EnrolmentSnapshot['enrolment'] | null;
  readonly unmet: readonly Unmet[];
}

/** Gathers, before the transaction, what an immediate grant decides with: exact amounts, the certificate's facts. */
@Injectable()
export class ImmediateDecisions {
  constructor(private readonly certificates: CertificatesService) {}

  async prepare({ item, person }: CaseSubject, checked: CheckResult, facts: object): Promise<Decidable> {
    const unmet = checked.warnings
      .filter(({ code }) => !code.startsWith('photo-') && !code.startsWith('reading-'))
      .map(({ code, message }) => ({ code, message }));
    const referred = (more: readonly Unmet[] = []): Decidable => ({
      immediate: false,
      settlement: null,
      certificate: null,
      unmet: [...unmet, ...more],
    });
    if (!checked.immediate) return referred();
    const categories = settlementCategories(item, facts);
    const settlement = categories.length === 0 ? null : exactSettlement(categories);
    if (settlement === undefined) return referred([{ code: 'amount-to-settle', message: '金额要由经办人员核定。' }]);
    if (item.issues === undefined) return { immediate: true, settlement, certificate: null, unmet };
    try {
      return { immediate: true, settlement, certificate: await this.certificates.facts(person), unmet };
    } catch (error) {
      if (!(error instanceof ProblemException)) throw error;
      return referred([{ code: error.code, message: '医保平台暂时取不到参保记录，要由经办人员稍后开具。' }]);
    }
  }
}

/** The settlement that data alone give; undefined where an officer must settle something. */
function exactSettlement(categories: ReturnType<typeof settlementCategories>): Settlement | undefined {
  const lines = categories.flatMap(({ name, amount, exact }) =>
    exact && amount !== null ? [{ category: name, claimed: amount, approved: amount, reason: null }] : [],
  );
  if (lines.length !== categories.length) return undefined;
  const total = lines.reduce((sum, { approved }) => sum + approved, 0);
  return { lines, claimed: total, approved: total };
}
