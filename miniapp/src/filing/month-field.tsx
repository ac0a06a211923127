/** A month: the year first, then the month, as two rows of choices. yyyy-MM, '' while none is chosen. */
import { useState } from 'react';
import { View } from '@tarojs/components';
import { Field } from '../ui/field';
import type { FieldProps } from '../ui/field';
import { today } from './today';
import './month-field.scss';

interface MonthFieldProps extends FieldProps {
  value: string;
  onChange: (month: string) => void;
}

const YEARS_BACK = 40;
const MONTHS = Array.from({ length: 12 }, (_, index) => String(index + 1).padStart(2, '0'));

export function MonthField({ label, hint, error, value, onChange }: MonthFieldProps) {
  const thisYear = Number(today().slice(0, 4));
  const [year, setYear] = useState(value === '' ? thisYear : Number(value.slice(0, 4)));
  const chosen = value.slice(0, 4) === String(year) ? value.slice(5) : '';

  function turnTo(next: number) {
    setYear(next);
    if (value !== '') onChange(`${next}-${value.slice(5)}`);
  }

  return (
    <Field label={label} hint={hint} error={error}>
      <View className="month-year">
        <YearButton words="早一年" onPress={() => turnTo(Math.max(thisYear - YEARS_BACK, year - 1))} />
        <View className="month-year-words" ariaRole="status">
          {year}年
        </View>
        <YearButton words="晚一年" onPress={() => turnTo(Math.min(thisYear + 1, year + 1))} />
      </View>
      <View className="months" ariaRole="radiogroup" ariaLabel={`${label}，${year}年的月份`}>
        {MONTHS.map((month) => (
          <View
            key={month}
            className={`month ${month === chosen ? 'is-chosen' : ''}`}
            hoverClass="is-pressed"
            ariaRole="radio"
            ariaChecked={month === chosen}
            tabIndex={month === (chosen === '' ? MONTHS[0] : chosen) ? 0 : -1}
            onClick={() => onChange(`${year}-${month}`)}
          >
            {Number(month)}月
          </View>
        ))}
      </View>
    </Field>
  );
}

function YearButton({ words, onPress }: { words: string; onPress: () => void }) {
  return (
    <View className="month-turn" hoverClass="is-pressed" ariaRole="button" onClick={onPress}>
      {words}
    </View>
  );
}
