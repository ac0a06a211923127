/** Decoding of the 医保电子凭证 (医保码). The QR and the ID number never reach the phone's storage or a log. */
export interface CredentialGateway {
  /** Each QR can be decoded once. Throws GatewayUnavailable; then nothing is known of the QR, ask for a fresh one. */
  decode(qr: string): Promise<DecodedCredential | RejectedCredential>;
}

export interface DecodedCredential {
  readonly valid: true;
  readonly name: string;
  readonly idNo: string;
  /** psn_cert_type, two digits. */
  readonly idType: string;
  /** 医保区划 of the insured place: says which region's platform knows the person. */
  readonly division: string;
  readonly gender: 'male' | 'female' | 'unknown';
  /** yyyy-MM-dd, or null where the answer has none. */
  readonly birthday: string | null;
  readonly nationality: string;
  /** ecToken: stands for the person at the insurance platform until `tokenExpiresAt`. */
  readonly token: string;
  /** Instant in UTC, from the configured life of a token: the answer doesn't tell. */
  readonly tokenExpiresAt: string;
}

/** `forged` is also what is not a credential's QR at all. */
export interface RejectedCredential {
  readonly valid: false;
  readonly reason: 'used' | 'expired' | 'forged';
}
