/**
 * DivisionField: province, city, county as three lists of big rows, one at a time. Import from sub-packages only.
 *   <DivisionField label="您现在住在哪里" value={code} onChange={setCode} />
 *   value     six-digit code of the county, '' while none is chosen
 *   onChange  the county's code; '' when the person goes back to choose anew
 */
import { useState } from 'react';
import { View } from '@tarojs/components';
import { Field } from '../ui/field';
import type { FieldProps } from '../ui/field';
import { Row } from '../ui/row';
import { citiesOf, countiesOf, divisionPath, provinces } from './divisions';
import type { Division } from './divisions';
import './division-field.scss';

interface DivisionFieldProps extends FieldProps {
  value: string;
  onChange: (code: string) => void;
}

const LEVELS = ['省份', '城市', '区县'] as const;

export function DivisionField({ label, hint, error, value, onChange }: DivisionFieldProps) {
  const [path, setPath] = useState<readonly Division[]>(() => divisionPath(value));
  const chosen = path.length === LEVELS.length;

  function choose(division: Division) {
    const next = withOnlyChildren([...path, division]);
    setPath(next);
    if (next.length === LEVELS.length) onChange(next[next.length - 1]?.code ?? '');
  }

  function goBackTo(level: number) {
    setPath(path.slice(0, level));
    if (value !== '') onChange('');
  }

  return (
    <Field label={label} hint={hint} error={error}>
      <View className="division">
        {path.map((division, level) => (
          <Row
            key={LEVELS[level]}
            title={division.name}
            detail={LEVELS[level]}
            mark={{ words: '重选', tone: 'accent' }}
            onPress={() => goBackTo(level)}
          />
        ))}
      </View>
      {!chosen && (
        <View className="division" ariaRole="group" ariaLabel={`请选择${LEVELS[path.length]}`}>
          <View className="division-level">请选择{LEVELS[path.length]}</View>
          {choicesAfter(path).map((division) => (
            <Row key={division.code} title={division.name} onPress={() => choose(division)} />
          ))}
        </View>
      )}
    </Field>
  );
}

function choicesAfter([province, city]: readonly Division[]): Division[] {
  if (!province) return provinces();
  return city ? countiesOf(city) : citiesOf(province);
}

/** Goes on by itself where there is nothing to choose: 北京市 has one "city". */
function withOnlyChildren(path: readonly Division[]): readonly Division[] {
  if (path.length === LEVELS.length) return path;
  const choices = choicesAfter(path);
  const [only] = choices;
  return only && choices.length === 1 ? withOnlyChildren([...path, only]) : path;
}
