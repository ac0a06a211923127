/** Remote-care registrations in force of the person whose case it is, live from the platform; in memory only. */
import type { RegistrationView, RegistrationsView } from '@yiban/shared-types/session';
import { registrationsFor } from '../api/grants';
import { kept, keptByKey } from '../kept/kept';
import { shownDate } from './shown-answer';

/** By case: those of one person never stand in another's form. */
export const registrationsOf = keptByKey((caseId) =>
  kept<RegistrationsView>({
    name: null,
    fetch: () => registrationsFor(caseId),
    isValue: (value): value is RegistrationsView =>
      typeof value === 'object' && value !== null && 'registrations' in value,
    personal: true,
  }),
);

/** 「安徽省 合肥市 蜀山区，2026年11月25日起」 */
export function registrationDetail({ destination, begins }: RegistrationView): string {
  return `${destination}，${shownDate(begins)}起`;
}
