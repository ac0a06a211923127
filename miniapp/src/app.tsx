import type { PropsWithChildren } from 'react';
import { useRegionPhone } from './region/regions';
import './app.scss';

export default function App({ children }: PropsWithChildren) {
  useRegionPhone();
  return children;
}
