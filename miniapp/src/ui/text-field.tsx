/**
 * TextField: one line, or several, of typed text.
 *   <TextField label="联系电话" kind="phone" value={phone} onChange={setPhone} error={problem} />
 *   kind  text | phone | digits | id-number | paragraph. Chooses keyboard and autofill; it checks nothing.
 *   onDone     when the field is left, to check what was typed
 *   onConfirm  with the Enter key, for the last field of a short form
 */
import { useId } from 'react';
import { Input, Textarea, View } from '@tarojs/components';
import { Field } from './field';
import type { FieldProps } from './field';

interface TextFieldProps extends FieldProps {
  value: string;
  onChange: (value: string) => void;
  onDone?: () => void;
  onConfirm?: () => void | Promise<unknown>;
  kind?: keyof typeof KEYBOARDS | 'paragraph';
  placeholder?: string;
  maxLength?: number;
}

const KEYBOARDS = {
  text: { type: 'text', maxLength: 200 },
  phone: { type: 'number', maxLength: 20 },
  digits: { type: 'number', maxLength: 30 },
  'id-number': { type: 'idcard', maxLength: 18 },
} as const;

export function TextField(props: TextFieldProps) {
  const { label, hint, error, value, onChange, onDone, onConfirm, kind = 'text', placeholder, maxLength } = props;
  const errorId = useId();
  const shared = {
    className: 'entry-input',
    value,
    placeholder,
    placeholderClass: 'entry-placeholder',
    ariaLabel: label,
    ariaInvalid: error !== undefined,
    ariaDescribedby: error === undefined ? undefined : errorId,
    onInput: (event: { detail: { value: string } }) => onChange(event.detail.value),
    onBlur: onDone,
  };
  return (
    <Field label={label} hint={hint} error={error} errorId={errorId}>
      <View className="entry">
        {kind === 'paragraph' ? (
          <Textarea {...shared} autoHeight maxlength={maxLength ?? 500} />
        ) : (
          <Input
            {...shared}
            onConfirm={onConfirm}
            type={KEYBOARDS[kind].type}
            maxlength={maxLength ?? KEYBOARDS[kind].maxLength}
          />
        )}
      </View>
    </Field>
  );
}
