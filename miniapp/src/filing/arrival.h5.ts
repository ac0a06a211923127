/** Coming to another step within the page: to its top, with the focus on its title. Interface shared with arrival.weapp.ts. */
import Taro from '@tarojs/taro';

export function arrive(): void {
  void Taro.pageScrollTo({ scrollTop: 0, duration: 0 });
  const titles = Array.from(document.querySelectorAll<HTMLElement>('.page-title'));
  titles.find((title) => title.getClientRects().length > 0)?.focus({ preventScroll: true });
}

/** What is wrong may stand below what fits on the screen. */
export function showError(): void {
  requestAnimationFrame(() => {
    const errors = Array.from(document.querySelectorAll('.field-error, .notice-error'));
    errors.find((error) => error.getClientRects().length > 0)?.scrollIntoView({ block: 'center' });
  });
}
