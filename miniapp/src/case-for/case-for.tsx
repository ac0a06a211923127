/** Around the pages of a case: each says for whom it is. */
import type { PropsWithChildren } from 'react';
import type { CaseView } from '@yiban/shared-types/cases';
import { ForWhom } from '../ui/for-whom';
import { whomWords } from './whom-words';

interface CaseForProps {
  view: CaseView;
  onSwitch?: () => void;
}

export function CaseFor({ view, onSwitch, children }: PropsWithChildren<CaseForProps>) {
  return (
    <ForWhom name={whomWords(view)} {...(onSwitch === undefined ? {} : { onSwitch })}>
      {children}
    </ForWhom>
  );
}
