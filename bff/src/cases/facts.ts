/** What rules of the catalogue may look at. Pure: made from what was fetched and typed. */
import type { Answers, Settlement } from '@yiban/shared-types/cases';
import type { RegionFile } from '../catalogue/catalogue-file.js';
import {
  activeEnrolment,
  type PersonRecord,
  type SharedRecord,
} from '../gateways/insurance-platform/platform-records.js';
import { documentNoOf, originOf } from '../people/origin.js';
import { allowanceOf } from './maternity-allowance.js';
import type { RegionItem } from '../catalogue/layering.js';
import { holds } from '../catalogue/conditions.js';
import { receiptsIn } from '../receipts/receipt-answers.js';
import { tableFacts } from './table-rows.js';

/** Live data about one person. */
export interface PersonFacts {
  readonly record: PersonRecord;
  readonly falseCommitment: boolean;
  /** Remote-care registrations in force. */
  readonly registrations: readonly RegistrationFact[];
  readonly chronicDiseases: readonly string[];
  readonly sharedRecords: readonly SharedRecord[];
  /** Fen in open personal accounts; null where there is none. */
  readonly accountBalance: number | null;
  /** The unit the person is insured through; null where there is none. */
  readonly employer: { readonly creditCode: string; readonly averageMonthlyWage: number | null } | null;
}

/** Live data about the person of a case; null where the platform could not be asked. */
export interface PlatformFacts extends PersonFacts {
  /** The same about someone else whom the form names; null where it names nobody or the platform knows no such person. */
  readonly concerned: PersonFacts | null;
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
  readonly item: Pick<RegionItem, 'concerns' | 'allowanceEstimate' | 'questions'>;
  readonly platform: PlatformFacts | null;
  /** By the credential: known even while the platform is away. */
  readonly name: string;
  readonly phone: string | null;
  readonly form: Answers;
  /** Requirement → alternative that was chosen. */
  readonly materials: Readonly<Record<string, string>>;
  readonly proxy: boolean;
  readonly settlement: Settlement | null;
  readonly unit: UnitFacts | null;
}

/** The unit that the case is for. */
export interface UnitFacts {
  readonly name: string;
  readonly creditCode: string;
  /** Its handler's authority has been checked. */
  readonly confirmed: boolean;
}

const insuranceNames: Readonly<Record<string, string>> = {
  '310': '职工基本医疗保险',
  '390': '城乡居民基本医疗保险',
  '510': '生育保险',
};

export function factsOf(from: FactSources): object {
  const receipts = receiptsIn(from.form);
  const dates = receipts.map((receipt) => receipt.date).toSorted();
  const person = {
    name: from.name,
    phone: from.phone,
    ...(from.platform === null ? {} : personFactsOf(from.platform, from.today)),
  };
  const facts = {
    today: from.today,
    proxy: from.proxy,
    region: {
      code: from.region.code,
      name: from.region.name,
      policies: from.region.policies,
      lists: from.region.lists,
    },
    person,
    concerned: concernedOf(from) ?? person,
    settlement: { claimed: from.settlement?.claimed ?? null, approved: from.settlement?.approved ?? null },
    form: from.form,
    materials: from.materials,
    unit: {
      name: from.unit?.name ?? null,
      creditCode: from.unit?.creditCode ?? null,
      confirmed: from.unit?.confirmed ?? null,
    },
    tables: Object.fromEntries(
      from.item.questions
        .filter(({ kind }) => kind === 'table')
        .map((question) => [question.id, tableFacts(question, from.form[question.id] ?? null)]),
    ),
    receipts: {
      count: receipts.length,
      total: receipts.reduce((sum, receipt) => sum + receipt.total, 0),
      firstDate: dates[0] ?? null,
      lastDate: dates.at(-1) ?? null,
      payers: [...new Set(receipts.map((receipt) => receipt.payer))],
    },
  };
  const allowance = allowanceOf(from.item.allowanceEstimate, from.region.maternityLeave, facts);
  return { ...facts, estimate: { days: allowance?.days ?? null, amount: allowance?.amount ?? null } };
}

/** Someone else whom the form names; undefined where the item or the answers name nobody. */
function concernedOf({ item: { concerns }, form, platform, today }: FactSources): object | undefined {
  if (concerns === undefined || !holds(concerns.when, { form })) return undefined;
  const name = form[concerns.name] ?? null;
  const facts = platform?.concerned ?? null;
  return facts === null ? { name } : personFactsOf(facts, today);
}

function personFactsOf(facts: PersonFacts, today: string) {
  const { record, falseCommitment, registrations, chronicDiseases, sharedRecords, accountBalance, employer } = facts;
  const base =
    activeEnrolment(record.enrolments) ??
    record.enrolments.find((row) => row.insurance !== 'maternity') ??
    record.enrolments[0];
  const death = sharedRecords.find(({ kind }) => kind === 'death');
  return {
    name: record.name,
    idNo: record.idNo,
    origin: originOf(record.idType),
    documentNo: documentNoOf(record.idType, record.idNo),
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
    accountBalance,
    employerCode: employer?.creditCode ?? null,
    employerMonthlyWage: employer?.averageMonthlyWage ?? null,
    deceased: death !== undefined,
    deceasedOn: death?.date ?? null,
    sharedRecords: sharedRecords.flatMap(({ kind }) => recordNames[kind] ?? []),
    aidObject: record.identities.some(({ until }) => until === null || until >= today),
    falseCommitment,
    registrations,
    chronicDiseases,
  };
}

/** How the catalogue's conditions call what other authorities have on record. */
const recordNames: Readonly<Partial<Record<SharedRecord['kind'], string>>> = {
  birth: 'birth-certificate',
  marriage: 'marriage-certificate',
  fertility: 'fertility-registration',
  death: 'death',
};

function ageAt(birthday: string, today: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(birthday)) return null;
  const years = Number(today.slice(0, 4)) - Number(birthday.slice(0, 4));
  return today.slice(5) < birthday.slice(5) ? years - 1 : years;
}
