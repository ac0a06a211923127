/**
 * ChoiceField: one of a few, each a big row.
 *   <ChoiceField label="用哪种证明" options={[{ value: 'photo', label: '户口簿照片', hint: '首页和本人页' }, …]}
 *     value={kind} onChange={setKind} />
 *   value  null while none is chosen
 */
import { View } from '@tarojs/components';
import { Field } from './field';
import type { FieldProps } from './field';
import './choice-field.scss';

export interface Choice<Value extends string> {
  value: Value;
  label: string;
  hint?: string;
}

interface ChoiceFieldProps<Value extends string> extends FieldProps {
  options: readonly Choice<Value>[];
  value: Value | null;
  onChange: (value: Value) => void;
}

export function ChoiceField<Value extends string>(props: ChoiceFieldProps<Value>) {
  const { label, hint, error, options, value, onChange } = props;
  // One tab stop for the group: the chosen row, or the first.
  const tabStop = options.some((option) => option.value === value) ? value : options[0]?.value;
  return (
    <Field label={label} hint={hint} error={error}>
      <View className="choices" ariaRole="radiogroup" ariaLabel={label}>
        {options.map((option) => (
          <View
            key={option.value}
            className={`choice ${option.value === value ? 'is-chosen' : ''}`}
            hoverClass="is-pressed"
            ariaRole="radio"
            ariaChecked={option.value === value}
            ariaLabel={[option.label, option.hint].filter(Boolean).join('，')}
            tabIndex={option.value === tabStop ? 0 : -1}
            onClick={() => onChange(option.value)}
          >
            <View className="choice-dot" ariaHidden />
            <View className="choice-words">
              <View>{option.label}</View>
              {option.hint && <View className="choice-hint">{option.hint}</View>}
            </View>
          </View>
        ))}
      </View>
    </Field>
  );
}
