/** The day itself, in WeChat: its date wheel. Props shared with date-input.h5.tsx. */
import { Picker, View } from '@tarojs/components';

export interface DateInputProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  min: string;
  max: string;
  errorId?: string;
}

export function DateInput({ label, value, onChange, min, max }: DateInputProps) {
  return (
    <Picker
      className="entry-input"
      mode="date"
      value={value}
      start={min}
      end={max}
      ariaRole="button"
      ariaLabel={value === '' ? `${label}，请选择日期` : `${label}，${value}`}
      onChange={(event) => onChange(event.detail.value)}
    >
      <View className={value === '' ? 'entry-placeholder' : ''}>{value === '' ? '请选择日期' : value}</View>
    </Picker>
  );
}
