import type { OfficerView } from '@yiban/shared-types/agency';

/** Who may start a case for a person: the window and the first reviewer. */
export function mayStart({ roles }: OfficerView): boolean {
  return roles.includes('window') || roles.includes('first-reviewer');
}
