/** Ways between the screens of the workbench. */
import Taro from '@tarojs/taro';

export function openCase(id: string): void {
  void Taro.navigateTo({ url: caseUrl(id) });
}

/** Where a case is started for somebody who need not ask. */
export function openGrants(): void {
  void Taro.navigateTo({ url: '/packages/agency/grant/index' });
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
