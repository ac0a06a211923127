import { tifHeaders, type TifAccount } from '../tif-headers.js';

export interface SealedMessage {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** How a message is put on the wire: the same transactions travel in either envelope. */
export interface Envelope {
  seal(message: Readonly<Record<string, unknown>>, at: Date): SealedMessage;
  /** The message inside an answer; a GatewayUnavailable when it can't be trusted or read. */
  open(answer: unknown): unknown;
}

/** The plain envelope of the national specification: the message is the body, headers prove the sender. */
export class NationalEnvelope implements Envelope {
  readonly #account: TifAccount;

  constructor(account: TifAccount) {
    this.#account = account;
  }

  seal(message: Readonly<Record<string, unknown>>, at: Date): SealedMessage {
    return { headers: tifHeaders(this.#account, at), body: JSON.stringify(message) };
  }

  open(answer: unknown): unknown {
    return answer;
  }
}
