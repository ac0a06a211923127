import { hasCode } from '../api/problem';

/** The right to file that for that person was taken back, given back, ran out, or does not reach so far. */
export function isEndedGrant(problem: unknown): boolean {
  return hasCode(problem, 'grant-not-valid') || hasCode(problem, 'grant-out-of-scope');
}
