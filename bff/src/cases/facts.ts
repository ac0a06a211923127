/** What rules of the catalogue may look at. Pure: made from what was fetched and typed. */
import type { Answers, Settlement } from '@yiban/shared-types/cases';
import type { RegionFile } from '../catalogue/catalogue-file.js';
import { activeEnrolment, type PersonRecord } from '../gateways/insurance-platform/platform-records.js';
import { receiptsIn } from '../receipts/receipt-answers.js';

/** Live data about the person; null where the platform could not be asked. */
export interface PlatformFacts {
  readonly record: PersonRecord;
  readonly falseCommitment: boolean;
  /** Remote-care registrations in force. */
  readonly registrations: readonly RegistrationFact[];
  readonly chronicDiseases: readonly string[];
}

export interface RegistrationFact {
  readonly id: string;
  /** rloc_coty_type: 1 resettled retiree, 2 long-term resident, 3 posted worker, 4 referral. */
  readonly kind: string;
  readonly area: string;
  readonly begin: string;
  readonly end: string | null;
}

export interface FactSources {
  readonly today: string;
  readonly region: RegionFile;
  readonly platform: PlatformFacts | null;
  /** By the credential: known even while the platform is away. */
  readonly name: string;
  readonly phone: string | null;
  readonly form: Answers;
  /** Requirement → alternative that was chosen. */
  readonly materials: Readonly<Record<string, string>>;
  readonly proxy: boolean;
  readonly settlement: Settlement | null;
}

const insuranceNames: Readonly<Record<string, string>> = {
  '310': '职工基本医疗保险',
  '390': '城乡居民基本医疗保险',
  '510': '生育保险',
};

export function factsOf(from: FactSources): object {
  const receipts = receiptsIn(from.form);
  const dates = receipts.map((receipt) => receipt.date).toSorted();
  return {
    today: from.today,
    proxy: from.proxy,
    region: {
      code: from.region.code,
      name: from.region.name,
      policies: from.region.policies,
      lists: from.region.lists,
    },
    person: {
      name: from.name,
      phone: from.phone,
      ...(from.platform === null ? {} : personFactsOf(from.platform, from.today)),
    },
    settlement: { claimed: from.settlement?.claimed ?? null, approved: from.settlement?.approved ?? null },
    form: from.form,
    materials: from.materials,
    receipts: {
      count: receipts.length,
      total: receipts.reduce((sum, receipt) => sum + receipt.total, 0),
      firstDate: dates[0] ?? null,
      lastDate: dates.at(-1) ?? null,
      payers: [...new Set(receipts.map((receipt) => receipt.payer))],
    },
  };
}

function personFactsOf({ record, falseCommitment, registrations, chronicDiseases }: PlatformFacts, today: string) {
  const base =
    activeEnrolment(record.enrolments) ??
    record.enrolments.find((row) => row.insurance !== 'maternity') ??
    record.enrolments[0];
  return {
    name: record.name,
    idNo: record.idNo,
    identityKind: record.idType,
    gender: record.gender,
    birthday: record.birthday,
    age: ageAt(record.birthday, today),
    division: base?.division ?? null,
    insurance: base?.insurance ?? null,
    insuranceName: base === undefined ? null : (insuranceNames[base.insutype] ?? null),
    insuranceStatus: base?.status ?? 'none',
    insuredSince: base?.since ?? null,
    maternityInsured: activeEnrolment(record.enrolments, 'maternity') !== undefined,
    personType: base?.category ?? null,
    retired: base?.category === 'retired',
    flexible: base?.category === 'flexible',
    employer: base?.employer ?? null,
    accountBalance: base?.balance ?? null,
    // Not among what the platform answers: rules over them wait for an officer.
    employerCode: null,
    employerMonthlyWage: null,
    deceased: null,
    sharedRecords: [],
    aidObject: record.identities.some(({ until }) => until === null || until >= today),
    falseCommitment,
    registrations,
    chronicDiseases,
  };
}

function ageAt(birthday: string, today: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(birthday)) return null;
  const years = Number(today.slice(0, 4)) - Number(birthday.slice(0, 4));
  return today.slice(5) < birthday.slice(5) ? years - 1 : years;
}
