/** Coming to another step within the page: to its top. Interface shared with arrival.h5.ts. */
import Taro from '@tarojs/taro';

/** Room for the title above what is shown. */
const ABOVE = -120;

export function arrive(): void {
  void Taro.pageScrollTo({ scrollTop: 0, duration: 0 });
}

/** What is wrong may stand below what fits on the screen. */
export function showError(): void {
  Taro.nextTick(() => {
    void Taro.pageScrollTo({ selector: '.field-error', offsetTop: ABOVE, duration: 0 });
  });
}
