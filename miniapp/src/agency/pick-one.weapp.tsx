/** PickOne: one of many names, with the phone's own wheel. */
import { Picker, View } from '@tarojs/components';

interface PickOneProps {
  label: string;
  names: readonly string[];
  at: number;
  onPick: (at: number) => void;
}

export function PickOne({ label, names, at, onPick }: PickOneProps) {
  return (
    <Picker mode="selector" range={[...names]} value={at} onChange={(event) => onPick(Number(event.detail.value))}>
      <View className="chip" ariaRole="button" ariaLabel={`${label}：${names[at] ?? ''}`}>
        {names[at]}
      </View>
    </Picker>
  );
}
