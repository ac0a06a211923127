import type { z } from 'zod';
import { exchange } from '../exchange.js';
import { GatewayRefused, GatewayUnavailable, type UnavailableReason } from '../gateway-errors.js';
import { type Envelope, NationalEnvelope } from './envelope.js';
import { MessageIds } from './message-id.js';
import { platformAnswer, refusalOf, withoutPersonalData } from './platform-answer.js';
import type { PlatformRegion } from './platform-region.js';
import { platformTime } from './platform-time.js';
import { ProvinceEnvelope } from './province-envelope.js';
import { defaultTransactions, type Operation, type Transaction } from './transactions.js';
import { signInOutput } from './wire-records.js';

export interface Call {
  readonly operation: Operation;
  readonly fields: Readonly<Record<string, unknown>>;
  /** 参保地 in the envelope: needed once psn_no is in the input. */
  readonly division?: string;
  readonly operator: { readonly type: '1' | '3'; readonly id: string; readonly name: string };
}

export interface CallAnswer<T> {
  readonly output: T;
  readonly requestId: string;
  readonly messageId: string;
}

/** The line to one region's platform: envelope, message ids, sign-in, and what an answer means. */
export class PlatformLine {
  readonly #region: PlatformRegion;
  readonly #envelope: Envelope;
  readonly #ids: MessageIds;
  readonly #timeoutMs: number;
  #signIn: Promise<string> | undefined;

  constructor(about: { region: PlatformRegion; instance: () => number; timeoutMs: number }) {
    this.#region = about.region;
    this.#envelope = envelopeOf(about.region);
    this.#ids = new MessageIds(about.region.fixmedinsCode, about.instance);
    this.#timeoutMs = about.timeoutMs;
  }

  get keyField(): string {
    return this.#region.keyField;
  }

  transaction(operation: Operation): Transaction {
    return this.#region.transactions[operation] ?? defaultTransactions[operation];
  }

  /** Asks once. A sign-in that ran out was refused before any deed, so it is renewed and the call made again. */
  async call<T extends z.ZodType>(call: Call, output: T): Promise<CallAnswer<z.output<T>>> {
    const signIn = this.#signedIn();
    try {
      return await this.#send(call, await signIn, output);
    } catch (error) {
      if (!this.#isSignInExpired(error)) throw error;
      // Another call may have renewed it meanwhile: throw away only the one that was refused.
      if (this.#signIn === signIn) this.#signIn = undefined;
    }
    try {
      return await this.#send(call, await this.#signedIn(), output);
    } catch (error) {
      throw this.#isSignInExpired(error) ? notSignedIn('token') : error;
    }
  }

  #isSignInExpired(error: unknown): boolean {
    return error instanceof GatewayRefused && this.#region.signInExpiredCodes.includes(error.code);
  }

  #signedIn(): Promise<string> {
    this.#signIn ??= this.#requestSignIn();
    return this.#signIn;
  }

  async #requestSignIn(): Promise<string> {
    try {
      const operator = { type: '1', id: 'yiban', name: '医保易办' } as const;
      const { output } = await this.#send(
        { operation: 'sign-in', fields: { opter_no: operator.id, mac: '', ip: '' }, operator },
        '',
        signInOutput,
      );
      return output;
    } catch (error) {
      this.#signIn = undefined;
      if (error instanceof GatewayUnavailable) throw notSignedIn(error.reason);
      throw error instanceof GatewayRefused ? notSignedIn('token') : error;
    }
  }

  async #send<T extends z.ZodType>(call: Call, signNo: string, output: T): Promise<CallAnswer<z.output<T>>> {
    const region = this.#region;
    const { infno, path, node } = this.transaction(call.operation);
    const now = new Date();
    const msgid = this.#ids.next(now);
    const input = { [node]: call.fields };
    const sealed = this.#envelope.seal(
      {
        infno,
        msgid,
        mdtrtarea_admvs: region.careDivision ?? region.code,
        insuplc_admdvs: call.division ?? '',
        recer_sys_code: region.receiverSystem,
        dev_no: '',
        dev_safe_info: '',
        cainfo: '',
        signtype: '',
        infver: region.interfaceVersion,
        opter_type: call.operator.type,
        opter: call.operator.id,
        opter_name: call.operator.name,
        inf_time: platformTime(now),
        fixmedins_code: region.fixmedinsCode,
        fixmedins_name: region.fixmedinsName,
        sign_no: signNo,
        input,
      },
      now,
    );
    const raw = await exchange({
      gateway: 'insurance-platform',
      method: 'POST',
      url: new URL(region.connection.baseUrl.replace(/\/$/, '') + path.replace('{infno}', infno)),
      headers: sealed.headers,
      body: sealed.body,
      timeoutMs: this.#timeoutMs,
    });
    const answer = platformAnswer.safeParse(this.#envelope.open(raw));
    if (!answer.success) throw unreadable('envelope');
    if (answer.data.infcode !== '0') throw this.#refusal(answer.data, input);
    const parsed = output.safeParse(answer.data.output);
    // Names the fields, never their values.
    if (!parsed.success) {
      throw unreadable(`${infno}: ${parsed.error.issues.map((issue) => issue.path.join('.')).join(', ')}`);
    }
    return { output: parsed.data, requestId: msgid, messageId: answer.data.inf_refmsgid };
  }

  #refusal(answer: { infcode: string; err_msg: string }, sent: unknown): Error {
    const { code, message } = refusalOf(answer);
    if (this.#region.busyCodes.includes(code)) {
      return new GatewayUnavailable({
        gateway: 'insurance-platform',
        delivery: 'unknown',
        reason: 'busy',
        detail: code,
      });
    }
    return new GatewayRefused({ gateway: 'insurance-platform', code, message: withoutPersonalData(message, sent) });
  }
}

/** Whatever happened to the sign-in, the call it was for has not been sent. */
function notSignedIn(reason: UnavailableReason): GatewayUnavailable {
  return new GatewayUnavailable({ gateway: 'insurance-platform', delivery: 'not-sent', reason, detail: 'sign-in' });
}

function unreadable(detail: string): GatewayUnavailable {
  return new GatewayUnavailable({
    gateway: 'insurance-platform',
    delivery: 'unknown',
    reason: 'unreadable-answer',
    detail,
  });
}

function envelopeOf({ code, envelope, connection }: PlatformRegion): Envelope {
  if (envelope === 'province' && connection.province !== undefined) return new ProvinceEnvelope(connection.province);
  if (envelope === 'national' && connection.national !== undefined) return new NationalEnvelope(connection.national);
  throw new Error(`region ${code}: the connection has no account for the ${envelope} envelope`);
}
