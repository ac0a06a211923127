// First: it hears of the browser's way back before the router does.
import './navigation/native-back';
import type { PropsWithChildren } from 'react';
import { useLaunch } from '@tarojs/taro';
import { keepPagesAtHand } from './navigation/pages-at-hand';
import { useConsentOnRecord } from './privacy/consent-on-record';
import { useRegionPhone } from './region/regions';
import './app.scss';

export default function App({ children }: PropsWithChildren) {
  useRegionPhone();
  useConsentOnRecord();
  useLaunch(keepPagesAtHand);
  return children;
}
