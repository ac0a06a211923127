/** Ways between the screens of the workbench. */
import Taro from '@tarojs/taro';

export function openCase(id: string): void {
  void Taro.navigateTo({ url: caseUrl(id) });
}

/** Where a case is started for somebody who need not ask. */
export function openGrants(): void {
  void Taro.navigateTo({ url: '/packages/agency/grant/index' });
}

/** Where money goes out; `chosen`: that case alone is ticked. */
export function openPayments(chosen?: string): void {
  void Taro.navigateTo({ url: `/packages/agency/payments/index${chosen === undefined ? '' : `?case=${chosen}`}` });
}

export function openBatch(id: string): void {
  void Taro.navigateTo({ url: `/packages/agency/batch/index?id=${id}` });
}

/** To the screen before, or to that of payments where there is none. */
export function backToPayments(): void {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack();
  else void Taro.redirectTo({ url: '/packages/agency/payments/index' });
}

/** Who acts for many people. */
export function openProxies(): void {
  void Taro.navigateTo({ url: '/packages/agency/proxies/index' });
}

/** What people rated badly. */
export function openRectifications(): void {
  void Taro.navigateTo({ url: '/packages/agency/rectifications/index' });
}

/** How the agency is doing. */
export function openFigures(): void {
  void Taro.navigateTo({ url: '/packages/agency/figures/index' });
}

/** Where the cases of an officer who is away are given to others. */
export function openHandOver(): void {
  void Taro.navigateTo({ url: '/packages/agency/handover/index' });
}

/** Closed cases whose time is over. */
export function openDeletions(): void {
  void Taro.navigateTo({ url: '/packages/agency/deletions/index' });
}

/** Who saw or did what: with that case, or one officer. */
export function openAudit(caseId?: string): void {
  void Taro.navigateTo({ url: `/packages/agency/audit/index${caseId === undefined ? '' : `?case=${caseId}`}` });
}

/** In place of the case that is open. */
export function goOnWith(id: string): void {
  void Taro.redirectTo({ url: caseUrl(id) });
}

export function backToQueue(): void {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack();
  else void Taro.redirectTo({ url: '/packages/agency/index/index' });
}

const caseUrl = (id: string): string => `/packages/agency/case/index?id=${id}`;
