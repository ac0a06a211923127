/**
 * Chip: a short choice among others, or a phrase to put in.
 *   <Chip role="radio" chosen={status === null} onPress={all}>全部</Chip>
 */
import type { PropsWithChildren } from 'react';
import { View } from '@tarojs/components';
import './chip.scss';

interface ChipProps {
  onPress: () => void;
  role?: 'radio' | 'checkbox' | 'button';
  chosen?: boolean;
  label?: string;
}

export function Chip({ onPress, role = 'button', chosen = false, label, children }: PropsWithChildren<ChipProps>) {
  return (
    <View
      className={`chip ${chosen ? 'is-chosen' : ''}`}
      hoverClass="is-pressed"
      ariaRole={role}
      ariaLabel={label}
      ariaChecked={role === 'button' ? undefined : chosen}
      onClick={onPress}
    >
      {children}
    </View>
  );
}
