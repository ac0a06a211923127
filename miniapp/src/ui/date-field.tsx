/**
 * DateField: a day, with the phone's own date wheel.
 *   <DateField label="从哪天开始住在那里" value={day} onChange={setDay} max={today} />
 *   value, min, max  yyyy-MM-dd; '' while none is chosen
 */
import { useId } from 'react';
import { View } from '@tarojs/components';
import { DateInput } from './date-input';
import { Field } from './field';
import type { FieldProps } from './field';

interface DateFieldProps extends FieldProps {
  value: string;
  onChange: (value: string) => void;
  min?: string;
  max?: string;
}

export function DateField({ label, hint, error, value, onChange, min, max }: DateFieldProps) {
  const errorId = useId();
  return (
    <Field label={label} hint={hint} error={error} errorId={errorId}>
      <View className="entry">
        <DateInput
          label={label}
          value={value}
          onChange={onChange}
          min={min ?? '1900-01-01'}
          max={max ?? '2099-12-31'}
          errorId={error === undefined ? undefined : errorId}
        />
      </View>
    </Field>
  );
}
