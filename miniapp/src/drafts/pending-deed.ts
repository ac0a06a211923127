/**
 * A submission that was sent and not answered. It is asked again with the same key and version, so that a lost answer
 * never makes a second case.
 */
import Taro from '@tarojs/taro';
import { newKey } from '../api/cases';

export interface PendingDeed {
  readonly key: string;
  readonly version: number;
}

/** The deed that waits for its answer, or a new one. */
export function pendingDeed(caseId: string, version: number): PendingDeed {
  const stored: unknown = Taro.getStorageSync(placeOf(caseId));
  if (isPendingDeed(stored)) return stored;
  const deed = { key: newKey(), version };
  Taro.setStorageSync(placeOf(caseId), deed);
  return deed;
}

export function forgetDeed(caseId: string): void {
  Taro.removeStorageSync(placeOf(caseId));
}

function placeOf(caseId: string): string {
  return `yiban.deed.${caseId}`;
}

function isPendingDeed(value: unknown): value is PendingDeed {
  return typeof value === 'object' && value !== null && 'key' in value && 'version' in value;
}
