/** The platform says no: infcode -1 with this sentence. Bureaus put their own code in brackets in front. */
export class Refusal extends Error {
  constructor(code: string, sentence: string) {
    super(`[${code}] ${sentence}`);
  }
}
