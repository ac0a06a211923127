/** KeyHint: the key that does it, shown where there are keys and they are on. */
import { Text } from '@tarojs/components';
import { hasKeyboard } from './keys';
import { useShortcutsOn } from './shortcuts';
import './key-hint.scss';

export function KeyHint({ name }: { name: string }) {
  const on = useShortcutsOn();
  if (!hasKeyboard || !on) return null;
  return (
    <Text className="key-hint" ariaHidden>
      {name}
    </Text>
  );
}
