/** Several of a few, each a big row with a tick. */
import { View } from '@tarojs/components';
import { Field } from '../ui/field';
import type { FieldProps } from '../ui/field';
import type { Choice } from '../ui/choice-field';
import { Icon } from '../ui/icon';
import '../ui/choice-field.scss';
import './choices-field.scss';

interface ChoicesFieldProps extends FieldProps {
  options: readonly Choice<string>[];
  value: readonly string[];
  onChange: (value: readonly string[]) => void;
}

export function ChoicesField({ label, hint, error, options, value, onChange }: ChoicesFieldProps) {
  function toggle(option: string) {
    onChange(options.map((one) => one.value).filter((one) => (one === option) !== value.includes(one)));
  }

  return (
    <Field label={label} hint={hint} error={error}>
      <View className="choices" ariaRole="group" ariaLabel={`${label}，可以选几项`}>
        {options.map((option) => {
          const chosen = value.includes(option.value);
          return (
            <View
              key={option.value}
              className={`choice ${chosen ? 'is-chosen' : ''}`}
              hoverClass="is-pressed"
              ariaRole="checkbox"
              ariaChecked={chosen}
              ariaLabel={[option.label, option.hint].filter(Boolean).join('，')}
              onClick={() => toggle(option.value)}
            >
              <View className="choice-tick" ariaHidden>
                {chosen && <Icon name="check" />}
              </View>
              <View className="choice-words">
                <View>{option.label}</View>
                {option.hint && <View className="choice-hint">{option.hint}</View>}
              </View>
            </View>
          );
        })}
      </View>
    </Field>
  );
}
