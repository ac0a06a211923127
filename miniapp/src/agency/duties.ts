/** Which duties open which pages of the workbench; what each deed asks for is the BFF's to say. */
import type { OfficerView } from '@yiban/shared-types/agency';

export function isSupervisor({ roles }: OfficerView): boolean {
  return roles.includes('supervisor');
}

/** People who act for many others. */
export function mayLookOver({ roles }: OfficerView): boolean {
  return roles.includes('supervisor') || roles.includes('administrator');
}

export function mayRectify({ roles }: OfficerView): boolean {
  return roles.some((role) => ['window', 'first-reviewer', 'second-reviewer', 'supervisor'].includes(role));
}
