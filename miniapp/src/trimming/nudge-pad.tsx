/** Moves the corners by buttons: for who cannot draw with a finger, and for the keyboard. */
import { View } from '@tarojs/components';
import type { Corners } from '@yiban/shared-types/uploads';
import { cornerNames, nudged } from './corners';
import type { Direction } from './corners';
import './nudge-pad.scss';

interface NudgePadProps {
  corners: Corners;
  chosen: number;
  onChoose: (corner: number) => void;
  onChange: (corners: Corners) => void;
}

const ways: readonly Direction[] = ['上', '下', '左', '右'];

export function NudgePad({ corners, chosen, onChoose, onChange }: NudgePadProps) {
  return (
    <>
      <View className="nudge-row" ariaRole="radiogroup" ariaLabel="挪哪个角">
        {cornerNames.map((name, index) => (
          <View
            key={name}
            className={`nudge-key ${index === chosen ? 'is-chosen' : ''}`}
            ariaRole="radio"
            ariaChecked={index === chosen}
            onClick={() => onChoose(index)}
          >
            {name}
          </View>
        ))}
      </View>
      <View className="nudge-row">
        {ways.map((way) => (
          <View
            key={way}
            className="nudge-key"
            hoverClass="is-pressed"
            ariaRole="button"
            ariaLabel={`${cornerNames[chosen] ?? ''}往${way}挪一点`}
            onClick={() => onChange(nudged(corners, chosen, way))}
          >
            往{way}
          </View>
        ))}
      </View>
    </>
  );
}
