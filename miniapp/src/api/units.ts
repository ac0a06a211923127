/** Units that the person acts for. */
import type { UnitView } from '@yiban/shared-types/units';
import { asCaller } from '../session/session';

export async function units(): Promise<readonly UnitView[]> {
  return (await asCaller<UnitView[]>({ method: 'GET', path: '/units' })).data;
}

export interface NewUnit {
  readonly region: string;
  readonly creditCode: string;
  readonly name?: string;
  /** Uploads: photos of the authorization letter. */
  readonly letter?: readonly string[];
}

/** Throws `unit-code-wrong`, `unit-name-required`, `unit-letter-required`. */
export async function addUnit(unit: NewUnit): Promise<UnitView> {
  return (await asCaller<UnitView>({ method: 'POST', path: '/units', body: unit })).data;
}

export async function leaveUnit(id: string): Promise<void> {
  await asCaller({ method: 'DELETE', path: `/units/${id}` });
}
