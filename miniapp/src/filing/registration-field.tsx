/** One of the remote-care registrations in force of the person whose case it is. */
import { LoadProblem } from '../kept/load-problem';
import { useKept } from '../kept/kept';
import { ChoiceField } from '../ui/choice-field';
import type { FieldProps } from '../ui/field';
import { Notice } from '../ui/notice';
import { Skeleton } from '../ui/skeleton';
import { registrationDetail, registrationsOf } from './case-registrations';

interface RegistrationFieldProps extends FieldProps {
  caseId: string;
  /** Only those made under this item. */
  item: string;
  value: string;
  onChange: (registration: string) => void;
}

export function RegistrationField({ caseId, item, value, onChange, ...field }: RegistrationFieldProps) {
  const store = registrationsOf(caseId);
  const { value: known, problem } = useKept(store);
  if (problem !== null) return <LoadProblem problem={problem} onRetry={store.refresh} />;
  if (known === null) return <Skeleton rows={2} what="备案" />;
  const own = known.registrations.filter((one) => one.item === item);
  if (own.length === 0) {
    return (
      <Notice
        tone="info"
        title="没有查到可以取消的备案"
        detail="现在没有这一种备案，不用取消。觉得不对，请打上面的电话问。"
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
