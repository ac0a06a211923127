/** LoginField: a field of the login. Enter in it logs in; `secret` is typed unseen, `digits` brings up the number keys. */
import { useId } from 'react';
import { Input, View } from '@tarojs/components';
import { Field } from '../ui/field';
import type { FieldProps } from '../ui/field';

interface LoginFieldProps extends FieldProps {
  kind: 'text' | 'secret' | 'digits';
  value: string;
  maxLength: number;
  onChange: (value: string) => void;
  onEnter: () => void;
}

export function LoginField({ label, hint, error, kind, value, maxLength, onChange, onEnter }: LoginFieldProps) {
  const errorId = useId();
  return (
    <Field label={label} hint={hint} error={error} errorId={errorId}>
      <View className="entry">
        <Input
          className="entry-input"
          type={kind === 'digits' ? 'number' : 'text'}
          password={kind === 'secret'}
          maxlength={maxLength}
          value={value}
          ariaLabel={label}
          ariaInvalid={error !== undefined}
          ariaDescribedby={error === undefined ? undefined : errorId}
          onInput={(event) => onChange(event.detail.value)}
          onConfirm={onEnter}
        />
      </View>
    </Field>
  );
}
