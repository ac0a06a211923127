import { Secret, TOTP } from 'otpauth';
import { z } from 'zod';
import { readDataFile } from './data-file.ts';

/** Accounts for development alone; real ones are made by an administrator. */
const officers = readDataFile(
  'officers.json',
  z.array(
    z.strictObject({
      username: z.string(),
      password: z.string().min(12),
      totpSecret: z.string().regex(/^[A-Z2-7]{32}$/),
      name: z.string(),
      region: z.string().regex(/^\d{6}$/),
      roles: z
        .array(
          z.enum(['window', 'first-reviewer', 'second-reviewer', 'payer', 'supervisor', 'administrator', 'expert']),
        )
        .min(1),
    }),
  ),
);

/** With the code their second factor shows now. */
export function officersNow(now: Date) {
  const timestamp = now.getTime();
  return officers.map((officer) =>
    Object.assign({}, officer, {
      totp: new TOTP({ secret: Secret.fromBase32(officer.totpSecret) }).generate({ timestamp }),
    }),
  );
}
