import Taro from '@tarojs/taro';

/** One page back; from a page that was opened directly (a link, a reload), to the front page. */
export function leavePage(): void {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack();
  else void Taro.switchTab({ url: '/pages/home/index' });
}
