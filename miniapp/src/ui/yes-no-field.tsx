/**
 * YesNoField: a question with two answers.
 *   <YesNoField label="要我们用短信告诉您进度吗？" value={sms} onChange={setSms} yes="要" no="不要" />
 *   value  null while unanswered: nothing is answered for the person
 */
import { ChoiceField } from './choice-field';
import type { FieldProps } from './field';

interface YesNoFieldProps extends FieldProps {
  value: boolean | null;
  onChange: (value: boolean) => void;
  yes?: string;
  no?: string;
}

export function YesNoField({ value, onChange, yes = '是', no = '否', ...field }: YesNoFieldProps) {
  return (
    <ChoiceField
      {...field}
      options={[
        { value: 'yes', label: yes },
        { value: 'no', label: no },
      ]}
      value={value === null ? null : value ? 'yes' : 'no'}
      onChange={(answer) => onChange(answer === 'yes')}
    />
  );
}
