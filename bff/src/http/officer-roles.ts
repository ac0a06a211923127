import type { OfficerRole } from '@yiban/shared-types/agency';

/** Every role of an officer; the type of shared-types, as values. */
export const officerRoles = [
  'window',
  'first-reviewer',
  'second-reviewer',
  'payer',
  'expert',
  'supervisor',
  'administrator',
] as const satisfies readonly OfficerRole[];
