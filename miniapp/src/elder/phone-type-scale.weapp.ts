import Taro from '@tarojs/taro';

/** WeChat's own type size (我 → 设置 → 通用 → 字体大小) as a factor: 1 is the standard size. */
export function phoneTypeScale(): number {
  // `fontSizeScaleFactor` came with base library 2.23.4 and is missing in Taro's types; older clients don't have it.
  const info: unknown = Taro.getAppBaseInfo?.();
  if (typeof info !== 'object' || info === null || !('fontSizeScaleFactor' in info)) return 1;
  const factor = info.fontSizeScaleFactor;
  return typeof factor === 'number' && factor > 0 ? factor : 1;
}
