/**
 * The telephone that every page shows (无障碍环境建设法 art. 39: the window and the telephone are always a way).
 * A region's own agency replaces the national hotline once the region is known.
 */
import { useSyncExternalStore } from 'react';
import Taro from '@tarojs/taro';

export interface AgencyPhone {
  /** Whose phone it is, e.g. 「医保服务热线」. */
  readonly name: string;
  /** As it is dialled. */
  readonly number: string;
}

/** 12393, the national medical-insurance hotline. */
const NATIONAL_HOTLINE: AgencyPhone = { name: '医保服务热线', number: '12393' };

const listeners = new Set<() => void>();
let phone = NATIONAL_HOTLINE;

export function useAgencyPhone(): AgencyPhone {
  return useSyncExternalStore(subscribe, () => phone);
}

export function setAgencyPhone(next: AgencyPhone): void {
  phone = next;
  listeners.forEach((tell) => tell());
}

export async function callAgency(): Promise<void> {
  try {
    await Taro.makePhoneCall({ phoneNumber: phone.number });
  } catch {
    // Taro rejects when the person closes the dialler's question; there is nothing to tell.
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
