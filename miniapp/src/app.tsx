import type { PropsWithChildren } from 'react';
import { useLaunch } from '@tarojs/taro';
import { keepPagesAtHand } from './navigation/pages-at-hand';
import { useRegionPhone } from './region/regions';
import './app.scss';

export default function App({ children }: PropsWithChildren) {
  useRegionPhone();
  useLaunch(keepPagesAtHand);
  return children;
}
