/** Icon: a line drawing in the colour of the text around it. Decoration only: say in words what it means. */
import { View } from '@tarojs/components';
import './icon.scss';

export type IconName =
  | 'back'
  | 'chevron'
  | 'phone'
  | 'sound'
  | 'stop'
  | 'letters'
  | 'home'
  | 'cases'
  | 'me'
  | 'check'
  | 'warn'
  | 'info'
  | 'camera'
  | 'plus'
  | 'close'
  | 'scan'
  | 'album'
  | 'offline';

export function Icon({ name, className = '' }: { name: IconName; className?: string }) {
  return <View className={`icon icon-${name} ${className}`} ariaHidden />;
}
