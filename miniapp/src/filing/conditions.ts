/**
 * Conditions of a form on the phone: JsonLogic over the answers and the region's code. What looks at facts that never
 * leave the server is `unknown` here, and decided by its check.
 */
import jsonLogic from 'json-logic-js';
import type { Answers } from '@yiban/shared-types/cases';
import type { Condition } from '@yiban/shared-types/values';

export type Verdict = true | false | 'unknown';

export interface KnownFacts {
  readonly form: Answers;
  readonly region: { readonly code: string };
}

export function verdict(condition: unknown, facts: KnownFacts): Verdict {
  if (condition === undefined) return true;
  const operation = operationOf(condition);
  if (operation === null) return jsonLogic.truthy(condition);
  const { operator, operands } = operation;
  switch (operator) {
    case 'and':
      return all(operands.map((one) => verdict(one, facts)));
    case 'or':
      return not(all(operands.map((one) => not(verdict(one, facts)))));
    case '!':
      return not(verdict(operands[0], facts));
    default:
      return isKnown(condition) ? jsonLogic.truthy(jsonLogic.apply(condition, facts)) : 'unknown';
  }
}

/** The value of a `{{form.since}}` or the like; undefined for what the phone does not know. */
export function factNamed(name: string, facts: KnownFacts): unknown {
  return isKnownVariable(name) ? jsonLogic.apply({ var: name }, facts) : undefined;
}

function all(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.includes(false)) return false;
  return verdicts.includes('unknown') ? 'unknown' : true;
}

function not(one: Verdict): Verdict {
  return one === 'unknown' ? one : !one;
}

/** Operators of JsonLogic itself that the catalogue uses; the others are the server's own. */
const OPERATORS = new Set([
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
  'cat',
  '+',
  '-',
  '*',
  '/',
]);

function isKnown(expression: unknown): boolean {
  if (Array.isArray(expression)) return expression.every(isKnown);
  const operation = operationOf(expression);
  if (operation === null) return true;
  const { operator, operands } = operation;
  if (operator === 'var') return typeof operands[0] === 'string' && isKnownVariable(operands[0]);
  return OPERATORS.has(operator) && operands.every(isKnown);
}

function isKnownVariable(name: string): boolean {
  return name.startsWith('form.') || name === 'region.code';
}

function operationOf(expression: unknown): { readonly operator: string; readonly operands: readonly unknown[] } | null {
  if (!isCondition(expression)) return null;
  const [entry] = Object.entries(expression);
  if (entry === undefined) return null;
  const [operator, operand] = entry;
  return { operator, operands: Array.isArray(operand) ? operand : [operand] };
}

function isCondition(value: unknown): value is Condition {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
