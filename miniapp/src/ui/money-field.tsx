/**
 * MoneyField: an amount in yuan, kept as integer fen.
 *   <MoneyField label="总费用" value={fen} onChange={setFen} />
 *   value  fen, or null while nothing or no amount is typed; what was typed stays in the field either way
 */
import { useId, useState } from 'react';
import { Input, View } from '@tarojs/components';
import { Field } from './field';
import type { FieldProps } from './field';
import { fenFromText, textFromFen } from './money-text';

interface MoneyFieldProps extends FieldProps {
  value: number | null;
  onChange: (fen: number | null) => void;
}

export function MoneyField({ label, hint, error, value, onChange }: MoneyFieldProps) {
  const errorId = useId();
  const [typed, setTyped] = useState(value === null ? '' : textFromFen(value));
  // A value that changed from outside (read from a photo, a draft) replaces what stands in the field.
  const text = value !== null && fenFromText(typed) !== value ? textFromFen(value) : typed;
  const unreadable = text !== '' && fenFromText(text) === null ? '请只填数字，例如 1234.50' : undefined;
  const problem = unreadable ?? error;
  return (
    <Field label={label} hint={hint} error={problem} errorId={errorId}>
      <View className="entry">
        <Input
          className="entry-input"
          type="digit"
          maxlength={14}
          value={text}
          placeholder="0.00"
          placeholderClass="entry-placeholder"
          ariaLabel={`${label}，单位元`}
          ariaInvalid={problem !== undefined}
          ariaDescribedby={problem === undefined ? undefined : errorId}
          onInput={(event) => {
            setTyped(event.detail.value);
            onChange(fenFromText(event.detail.value));
          }}
        />
        <View className="entry-unit" ariaHidden>
          元
        </View>
      </View>
    </Field>
  );
}
