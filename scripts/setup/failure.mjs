// What a person can act on: shown as a sentence, without a stack trace.

export class Failure extends Error {
  /**
   * @param {string} message what happened and what to do
   * @param {string} [output] what the failing program printed
   */
  constructor(message, output = '') {
    super(message);
    this.output = output;
  }
}

/** @param {unknown} error */
export function explain(error) {
  if (!(error instanceof Failure)) return error instanceof Error ? String(error.stack) : String(error);
  return error.output ? `${error.output.trimEnd()}\n\n${error.message}` : error.message;
}
