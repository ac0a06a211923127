/**
 * Button: the deed of a page or of a card.
 *   <Button onPress={submit}>提交</Button>
 *   kind      primary (one a page) | secondary | danger | quiet (text only)
 *   busy      shows that it works on it; a promise returned by onPress does that by itself
 *   busyLabel what it says meanwhile, 「正在提交…」
 *   disabled  avoid: leave it pressable and say what is missing
 * A second tap while the first one works, or within 500 ms, does nothing.
 */
import { useRef, useState } from 'react';
import type { PropsWithChildren } from 'react';
import { View } from '@tarojs/components';
import { Icon } from './icon';
import type { IconName } from './icon';
import './button.scss';

interface ButtonProps {
  onPress: () => void | Promise<unknown>;
  kind?: 'primary' | 'secondary' | 'danger' | 'quiet';
  icon?: IconName;
  busy?: boolean;
  busyLabel?: string;
  disabled?: boolean;
  /** When the words on it are not enough for a listener: 「删除第 2 张照片」. */
  label?: string;
}

const DOUBLE_TAP_MS = 500;

export function Button(props: PropsWithChildren<ButtonProps>) {
  const { kind = 'primary', icon, busyLabel = '请稍候…', disabled = false, label, children } = props;
  const { working, press } = useSinglePress(props.onPress, disabled || props.busy === true);
  const busy = props.busy === true || working;
  return (
    <View
      className={`button button-${kind} ${busy ? 'is-busy' : ''} ${disabled ? 'is-disabled' : ''}`}
      hoverClass={busy || disabled ? 'none' : 'is-pressed'}
      ariaRole="button"
      ariaLabel={busy ? busyLabel : label}
      ariaDisabled={busy || disabled}
      onClick={press}
    >
      {busy ? <View className="button-spinner" ariaHidden /> : icon && <Icon name={icon} />}
      <View className="button-words">{busy ? busyLabel : children}</View>
    </View>
  );
}

function useSinglePress(onPress: ButtonProps['onPress'], blocked: boolean) {
  const [working, setWorking] = useState(false);
  const held = useRef(false);
  const lastPress = useRef(0);

  async function press() {
    const now = Date.now();
    if (blocked || held.current || now - lastPress.current < DOUBLE_TAP_MS) return;
    lastPress.current = now;
    const done = onPress();
    if (!(done instanceof Promise)) return;
    held.current = true;
    setWorking(true);
    try {
      await done;
    } finally {
      held.current = false;
      setWorking(false);
    }
  }

  return { working, press };
}
