/** The person's remote-care registrations in force, live from the platform; in memory only. */
import type { RegistrationView, RegistrationsView } from '@yiban/shared-types/session';
import { registrations } from '../api/me';
import { kept } from '../kept/kept';
import { shownDate } from './shown-answer';

export const ownRegistrations = kept<RegistrationsView>({
  name: null,
  fetch: registrations,
  isValue: (value): value is RegistrationsView =>
    typeof value === 'object' && value !== null && 'registrations' in value,
  personal: true,
});

/** 「安徽省 合肥市 蜀山区，2026年11月25日起」 */
export function registrationDetail({ destination, begins }: RegistrationView): string {
  return `${destination}，${shownDate(begins)}起`;
}
