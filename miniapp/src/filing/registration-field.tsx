/** One of the person's own remote-care registrations in force. */
import { LoadProblem } from '../kept/load-problem';
import { useKept } from '../kept/kept';
import { ChoiceField } from '../ui/choice-field';
import type { FieldProps } from '../ui/field';
import { Notice } from '../ui/notice';
import { Skeleton } from '../ui/skeleton';
import { ownRegistrations, registrationDetail } from './own-registrations';

interface RegistrationFieldProps extends FieldProps {
  /** Only those made under this item. */
  item: string;
  value: string;
  onChange: (registration: string) => void;
}

export function RegistrationField({ item, value, onChange, ...field }: RegistrationFieldProps) {
  const { value: known, problem } = useKept(ownRegistrations);
  if (problem !== null) return <LoadProblem problem={problem} onRetry={ownRegistrations.refresh} />;
  if (known === null) return <Skeleton rows={2} what="您的备案" />;
  const own = known.registrations.filter((one) => one.item === item);
  if (own.length === 0) {
    return (
      <Notice
        tone="info"
        title="没有查到可以取消的备案"
        detail="您现在没有这一种备案，不用取消。觉得不对，请打上面的电话问。"
      />
    );
  }
  return (
    <ChoiceField
      {...field}
      options={own.map((one) => ({ value: one.id, label: one.kindName, hint: registrationDetail(one) }))}
      value={value === '' ? null : value}
      onChange={onChange}
    />
  );
}
