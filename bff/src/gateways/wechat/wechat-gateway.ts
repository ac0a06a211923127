/** WeChat's server side. `session_key` never leaves the adapter. All throw GatewayUnavailable. */
export interface WechatGateway {
  /** A code of `wx.login`; works once, within five minutes. */
  login(code: string): Promise<WechatLogin | WechatCodeRejected>;
  /** A code of the 手机号快速验证 button; works once, within five minutes. */
  phoneNumber(code: string): Promise<{ readonly ok: true; readonly phone: string } | WechatCodeRejected>;
  /** One consent of the person is used up by one message that is sent: keep the ledger by `sent`. */
  sendSubscribed(message: SubscribedMessage): Promise<SubscribedMessageResult>;
  /** Whether a text people typed may be shown to others (msg_sec_check 2.0). */
  checkText(text: CheckedText): Promise<'pass' | 'review' | 'risky'>;
}

export interface WechatLogin {
  readonly ok: true;
  readonly openid: string;
  readonly unionid?: string;
}

/** `used` and `invalid`: ask the phone for a new code. `blocked`: WeChat holds the account for risky. `too-often`: wait. */
export interface WechatCodeRejected {
  readonly ok: false;
  readonly reason: 'invalid' | 'used' | 'blocked' | 'too-often';
}

export interface SubscribedMessage {
  readonly openid: string;
  readonly templateId: string;
  /** Opens when tapped: a path of the mini-program with its query. */
  readonly page?: string;
  /** Keys as the template has them (`thing1`, `time3` …). A `thing` that is too long is shortened, others are refused. */
  readonly data: Readonly<Record<string, string>>;
}

export type SubscribedMessageResult =
  | { readonly sent: true; readonly messageId: string | null }
  | {
      readonly sent: false;
      readonly reason: 'no-consent' | 'bad-field' | 'bad-receiver' | 'bad-template' | 'bad-page';
    };

export interface CheckedText {
  readonly openid: string;
  readonly text: string;
  readonly scene: 'profile' | 'comment' | 'forum' | 'social-log';
}
