/** OfDuty: a page of the workbench for officers of some duties; others are told whose it is. */
import type { PropsWithChildren } from 'react';
import type { OfficerView } from '@yiban/shared-types/agency';
import { Empty } from '../ui/empty';
import { useOfficer } from './officer-session';

interface OfDutyProps {
  may: (officer: OfficerView) => boolean;
  title: string;
  detail: string;
}

export function OfDuty({ may, title, detail, children }: PropsWithChildren<OfDutyProps>) {
  const officer = useOfficer();
  if (officer === null) return null;
  return may(officer) ? children : <Empty icon="info" title={title} detail={detail} />;
}
