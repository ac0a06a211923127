/**
 * Conditions of the catalogue: JsonLogic over the rule facts, with a closed list of operators and variables so that a
 * typing mistake in a data file stops the start instead of silently being false.
 */
import jsonLogic from 'json-logic-js';

export type Condition = Record<string, unknown>;

const operators = new Set([
  'var',
  '==',
  '!=',
  '===',
  '!==',
  '!',
  '!!',
  'and',
  'or',
  'if',
  '<',
  '<=',
  '>',
  '>=',
  'in',
  'some',
  'all',
  'none',
  'cat',
  'substr',
  '+',
  '-',
  '*',
  '/',
  'min',
  'max',
  'merge',
  'missing',
  'within',
  'monthsBetween',
  'daysBetween',
  'addMonths',
  'pick',
  'allAre',
  'labelOf',
]);

/**
 * Facts about the person that rules may use; filled in by `cases/facts.ts` from the platform, null where it knows none.
 * Values: `gender` male | female; `insurance` employee | resident; `insuranceStatus` active | paused | ended | none;
 * `origin` mainland | hong-kong-macao-taiwan | foreign, by the identity document, `documentNo` its number where it is no
 * ID card; dates yyyy-MM-dd; money in fen; `registrations` remote-care registrations in force as `{ id, kind, area, begin, end }`; `chronicDiseases` codes in force; `sharedRecords` what
 * other authorities' data bear out: birth-certificate, fertility-registration, marriage-certificate, death.
 */
export const personFacts = [
  'name',
  'idNo',
  'phone',
  'gender',
  'age',
  'birthday',
  'nationality',
  'origin',
  'documentNo',
  'division',
  'insurance',
  'insuranceName',
  'insuranceStatus',
  'insuredSince',
  'maternityInsured',
  'personType',
  'retired',
  'flexible',
  'employer',
  'employerCode',
  'employerMonthlyWage',
  'accountBalance',
  'aidObject',
  'deceased',
  'deceasedOn',
  'falseCommitment',
  'registrations',
  'chronicDiseases',
  'sharedRecords',
] as const;

const regionFacts = ['code', 'name', 'policies', 'lists'];
/** Days and fen of the estimated maternity allowance, null where the item has none or the wage is not known. */
const estimateFacts = ['days', 'amount'];
/** `materials.<id>` is the alternative chosen; `receipts` sums up every answer of kind `receipts`, amounts in fen. */
const receiptFacts = ['count', 'total', 'firstDate', 'lastDate', 'payers'];
/** The unit that the case is for, null in each where it is for a person. */
const unitFacts = ['name', 'creditCode', 'confirmed'];
/** Totals of the settlement in fen, null before one stands. */
const settlementFacts = ['claimed', 'approved'];

/** `within(code, area)`: a division code lies in the area of another, compared without trailing zero pairs. */
function within(code: unknown, area: unknown): boolean {
  if (typeof code !== 'string' || typeof area !== 'string' || code === '' || area === '') return false;
  return code.startsWith(area.replace(/(00)+$/, ''));
}

function utcDate(value: unknown): Date | null {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return null;
  const date = new Date(`${value}T00:00:00Z`);
  return Number.isNaN(date.getTime()) ? null : date;
}

/** Whole months from one date to another, negative when the second is earlier; null without two dates. */
function monthsBetween(from: unknown, to: unknown): number | null {
  const a = utcDate(from);
  const b = utcDate(to);
  if (a === null || b === null) return null;
  const months = (b.getUTCFullYear() - a.getUTCFullYear()) * 12 + b.getUTCMonth() - a.getUTCMonth();
  return b.getUTCDate() < a.getUTCDate() ? months - 1 : months;
}

function daysBetween(from: unknown, to: unknown): number | null {
  const a = utcDate(from);
  const b = utcDate(to);
  return a === null || b === null ? null : Math.round((b.getTime() - a.getTime()) / 86_400_000);
}

/** The same day some months on; the last day of the month where that month is shorter. */
function addMonths(date: unknown, months: unknown): string | null {
  const start = utcDate(date);
  if (start === null || typeof months !== 'number') return null;
  const day = start.getUTCDate();
  start.setUTCDate(1);
  start.setUTCMonth(start.getUTCMonth() + months);
  const last = new Date(Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + 1, 0)).getUTCDate();
  start.setUTCDate(Math.min(day, last));
  return start.toISOString().slice(0, 10);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/** `pick(list, id, field)`: that field of the element with that `id`; null where there is none. */
function pick(list: unknown, id: unknown, field: unknown): unknown {
  if (!Array.isArray(list) || typeof field !== 'string') return null;
  const found: unknown = list.find((element: unknown) => isRecord(element) && element['id'] === id);
  return isRecord(found) ? (found[field] ?? null) : null;
}

/** `allAre(list, value)`: every element is that value. JsonLogic's own `all` can't see beyond the element. */
function allAre(list: unknown, value: unknown): boolean {
  return Array.isArray(list) && list.every((element: unknown) => element === value);
}

/** `labelOf(list, value)`: how the choice of that value is called in a region's list. */
function labelOf(list: unknown, value: unknown): unknown {
  if (!Array.isArray(list)) return null;
  const found: unknown = list.find((option: unknown) => isRecord(option) && option['value'] === value);
  return isRecord(found) ? found['label'] : null;
}

jsonLogic.add_operation('within', within);
jsonLogic.add_operation('pick', pick);
jsonLogic.add_operation('allAre', allAre);
jsonLogic.add_operation('labelOf', labelOf);
jsonLogic.add_operation('monthsBetween', monthsBetween);
jsonLogic.add_operation('daysBetween', daysBetween);
jsonLogic.add_operation('addMonths', addMonths);

export interface ConditionNames {
  readonly questions: ReadonlySet<string>;
  readonly materials: ReadonlySet<string>;
  /** Questions of kind `table`. */
  readonly tables: ReadonlySet<string>;
}

/** What is wrong with a condition: unknown operators and variables, each with its path inside the expression. */
export function conditionFaults(
  expression: unknown,
  names: ConditionNames,
  path: readonly (string | number)[] = [],
): { readonly path: readonly (string | number)[]; readonly message: string }[] {
  if (Array.isArray(expression)) return expression.flatMap((part, i) => conditionFaults(part, names, [...path, i]));
  if (typeof expression !== 'object' || expression === null) return [];
  const entries: readonly (readonly [string, unknown])[] = Object.entries(expression);
  const [only] = entries;
  if (only === undefined || entries.length !== 1) {
    return [{ path, message: 'a condition has exactly one operator' }];
  }
  const [operator, operand] = only;
  if (!operators.has(operator)) return [{ path: [...path, operator], message: `unknown operator «${operator}»` }];
  if (operator === 'var') {
    const name: unknown = Array.isArray(operand) ? operand[0] : operand;
    const fault = typeof name === 'string' ? variableFault(name, names) : 'a variable is named by a string';
    return fault === null ? [] : [{ path: [...path, operator], message: fault }];
  }
  // The second operand of these runs over the elements of a list, where other variables stand.
  if (operator === 'some' || operator === 'all' || operator === 'none') {
    return conditionFaults(Array.isArray(operand) ? operand[0] : operand, names, [...path, operator, 0]);
  }
  return conditionFaults(operand, names, [...path, operator]);
}

function variableFault(name: string, names: ConditionNames): string | null {
  const [root, field] = name.split('.');
  const known: Record<string, Iterable<string> | null> = {
    today: null,
    proxy: null,
    person: personFacts,
    // Whom the form names besides the applicant; the applicant where it names nobody.
    concerned: personFacts,
    region: regionFacts,
    estimate: estimateFacts,
    receipts: receiptFacts,
    settlement: settlementFacts,
    form: names.questions,
    materials: names.materials,
    tables: names.tables,
    unit: unitFacts,
  };
  if (root === undefined || !(root in known)) return `unknown variable «${name}»`;
  const fields = known[root];
  if (fields === null || fields === undefined) return null;
  if (field === undefined || ![...fields].includes(field)) return `unknown variable «${name}»`;
  return null;
}

/** Whether a condition holds; a missing condition holds. */
export function holds(condition: Condition | undefined, facts: object): boolean {
  return condition === undefined || jsonLogic.truthy(jsonLogic.apply(condition, facts));
}

/** The value of an expression or constant of a data file. */
export function valueOf(expression: unknown, facts: object): unknown {
  return typeof expression === 'object' && expression !== null ? jsonLogic.apply(expression, facts) : expression;
}
