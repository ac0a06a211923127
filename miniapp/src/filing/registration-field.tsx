/** One of the person's own remote-care registrations in force, live from the platform. */
import { useCallback, useEffect, useState } from 'react';
import type { RegistrationView } from '@yiban/shared-types/session';
import { registrations } from '../api/me';
import { LoadProblem } from '../kept/load-problem';
import { ChoiceField } from '../ui/choice-field';
import type { FieldProps } from '../ui/field';
import { Notice } from '../ui/notice';
import { Skeleton } from '../ui/skeleton';
import { shownDate } from './shown-answer';

interface RegistrationFieldProps extends FieldProps {
  /** Only those made under this item. */
  item: string;
  value: string;
  onChange: (registration: string) => void;
}

export function RegistrationField({ item, value, onChange, ...field }: RegistrationFieldProps) {
  const [own, setOwn] = useState<readonly RegistrationView[] | null>(null);
  const [problem, setProblem] = useState<unknown>(null);

  const load = useCallback(async () => {
    try {
      setOwn((await registrations()).registrations.filter((one) => one.item === item));
      setProblem(null);
    } catch (error) {
      setProblem(error);
    }
  }, [item]);
  useEffect(() => void load(), [load]);

  if (problem !== null) return <LoadProblem problem={problem} onRetry={load} />;
  if (own === null) return <Skeleton rows={2} what="您的备案" />;
  if (own.length === 0) {
    return <Notice tone="info" title="没有查到可以取消的备案" detail="您现在没有这一种备案，不用取消。觉得不对，请打上面的电话问。" />;
  }
  return (
    <ChoiceField
      {...field}
      options={own.map(({ id, kindName, destination, begins }) => ({
        value: id,
        label: kindName,
        hint: `${destination}，${shownDate(begins)}起`,
      }))}
      value={value === '' ? null : value}
      onChange={onChange}
    />
  );
}
