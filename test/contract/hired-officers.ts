/** Officers of a test's own: hired by a file, each with any roles, logging in with the codes of their authenticators. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Secret, TOTP } from 'otpauth';
import type { OfficerRole } from '@yiban/shared-types/agency';
import { OfficerClient } from '../../scripts/client/officer.ts';

export interface Hired {
  readonly username: string;
  readonly password: string;
  readonly totpSecret: string;
  readonly name: string;
  readonly region: string;
  readonly roles: readonly OfficerRole[];
}

export function hired(username: string, roles: readonly OfficerRole[], region = '620000'): Hired {
  const totpSecret = new Secret({ size: 20 }).base32;
  return { username, password: `${username}-password`, totpSecret, name: username, region, roles };
}

/** The OFFICERS_FILE of these. */
export function officersFile(officers: readonly Hired[]): string {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'yiban-officers-')), 'officers.json');
  writeFileSync(file, JSON.stringify(officers));
  return file;
}

export function codeOf({ totpSecret }: Hired): string {
  return new TOTP({ secret: Secret.fromBase32(totpSecret) }).generate();
}

export async function atWork(
  { baseUrl, sandboxUrl }: { readonly baseUrl: string; readonly sandboxUrl: string },
  officer: Hired,
): Promise<OfficerClient> {
  const { username, password } = officer;
  const client = await OfficerClient.with(baseUrl, sandboxUrl, { username, password, code: codeOf(officer) });
  if (client === null) throw new Error(`${username} could not log in`);
  return client;
}
