import type { Problem, ProblemDetail } from '@yiban/shared-types/problems';
import { problemCodes, type ProblemCode } from './problem-codes.js';

export interface ProblemExtras {
  /** Replaces the code's own sentence about what to do next. Never holds personal data. */
  readonly detail?: string;
  readonly errors?: readonly ProblemDetail[];
  readonly currentVersion?: number;
  readonly draftId?: string;
  /** Told in `Retry-After` as well. */
  readonly retryAfterSeconds?: number;
}

/** An error of the API's closed list; mapped to a problem+json body in one place, `ProblemFilter`. */
export class ProblemException extends Error {
  override readonly name = 'ProblemException';
  constructor(
    readonly code: ProblemCode,
    readonly extras: ProblemExtras,
  ) {
    super(code);
  }

  get status(): number {
    return problemCodes[this.code][0];
  }

  body(): Problem {
    const [status, title, detail] = problemCodes[this.code];
    return { type: `urn:yiban:problem:${this.code}`, title, status, code: this.code, detail, ...this.extras };
  }
}

/** Makes the exception to throw: `throw problem('case-not-found')`. */
export function problem(code: ProblemCode, extras: ProblemExtras = {}): ProblemException {
  return new ProblemException(code, extras);
}
