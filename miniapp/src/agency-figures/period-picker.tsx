/** PeriodPicker: this month, the last one, this year, or any days of at most a year. */
import { useState } from 'react';
import { View } from '@tarojs/components';
import { today } from '../administration/days';
import { Chip } from '../agency/chip';
import { Button } from '../ui/button';
import { DateField } from '../ui/date-field';
import { kinds, periodOf, type Period, type PeriodKind } from './periods';

interface PeriodPickerProps {
  period: Period;
  onPick: (period: Period) => void;
}

export function PeriodPicker({ period, onPick }: PeriodPickerProps) {
  const [kind, setKind] = useState<PeriodKind>('month');
  const [free, setFree] = useState(period);

  function choose(chosen: PeriodKind) {
    setKind(chosen);
    if (chosen === 'free') setFree(period);
    else onPick(periodOf(chosen, today()));
  }

  return (
    <View className="figures-period">
      <View className="figures-orders" ariaRole="radiogroup" ariaLabel="看哪段时间">
        {kinds.map((one) => (
          <Chip key={one.kind} role="radio" chosen={one.kind === kind} onPress={() => choose(one.kind)}>
            {one.name}
          </Chip>
        ))}
      </View>
      {kind === 'free' && (
        <View className="figures-free">
          <DateField label="从哪天" value={free.from} onChange={(from) => setFree({ ...free, from })} max={today()} />
          <DateField label="到哪天" value={free.to} onChange={(to) => setFree({ ...free, to })} max={today()} />
          <Button kind="secondary" onPress={() => onPick(free)}>
            看这段时间
          </Button>
        </View>
      )}
    </View>
  );
}
