/** The outside systems, as they are named in errors, metrics and health. */
export type GatewayName = 'insurance-platform' | 'credential' | 'wechat' | 'sms';

/**
 * What is known of a request that got no usable answer.
 * `not-sent`: it certainly had no effect, sending it again is safe.
 * `unknown`: it may have had its effect (a time-out is not a failure); ask before sending it again.
 */
export type Delivery = 'not-sent' | 'unknown';

export type UnavailableReason =
  'connection' | 'timeout' | 'http-status' | 'unreadable-answer' | 'answer-not-authentic' | 'busy' | 'token';

/** The outside system gave no usable answer. Carries no personal data: safe to log. */
export class GatewayUnavailable extends Error {
  readonly gateway: GatewayName;
  readonly delivery: Delivery;
  readonly reason: UnavailableReason;

  constructor(about: { gateway: GatewayName; delivery: Delivery; reason: UnavailableReason; detail?: string }) {
    super(
      `${about.gateway}: ${about.reason}${about.detail === undefined ? '' : ` (${about.detail})`}, ${about.delivery}`,
    );
    this.name = 'GatewayUnavailable';
    this.gateway = about.gateway;
    this.delivery = about.delivery;
    this.reason = about.reason;
  }
}

/** The outside system answered and said no. `code` is its own; the message is freed of what we sent. */
export class GatewayRefused extends Error {
  readonly gateway: GatewayName;
  readonly code: string;

  constructor(about: { gateway: GatewayName; code: string; message: string }) {
    super(about.message);
    this.name = 'GatewayRefused';
    this.gateway = about.gateway;
    this.code = about.code;
  }
}
