import type { OfficerView } from '@yiban/shared-types/agency';

export function mayCount({ roles }: OfficerView): boolean {
  return roles.includes('supervisor');
}
