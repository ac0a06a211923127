/** Text messages by template. The provider's protocol is documented in `http-sms-gateway.ts`. */
export interface SmsGateway {
  /** The same key sends once, however often it is called. Throws GatewayUnavailable. */
  send(message: SmsMessage): Promise<SmsResult>;
  /** The report in a callback, or undefined when it isn't the provider's or is too old. May come more than once. */
  deliveryReport(headers: CallbackHeaders, body: unknown): SmsDelivery | undefined;
}

export interface SmsMessage {
  /** Our own key, the outbox row's. */
  readonly key: string;
  readonly phone: string;
  readonly template: string;
  readonly parameters: Readonly<Record<string, string>>;
}

export type SmsResult =
  { readonly accepted: true; readonly messageId: string } | { readonly accepted: false; readonly code: string };

export interface SmsDelivery {
  readonly key: string;
  readonly messageId: string;
  readonly status: 'delivered' | 'failed';
  /** Instant in UTC. */
  readonly at: string;
}

/** As Node gives them: lower-case names. */
export type CallbackHeaders = Readonly<Record<string, string | readonly string[] | undefined>>;
