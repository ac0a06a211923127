/** Esc goes back, while the screen is the one that is shown. */
import { useState } from 'react';
import { useDidHide, useDidShow } from '@tarojs/taro';
import { useKeys } from '../agency/keys';

export function useEscape(go: () => void): void {
  const [shown, setShown] = useState(true);
  useDidShow(() => setShown(true));
  useDidHide(() => setShown(false));
  useKeys({ escape: go }, shown);
}
