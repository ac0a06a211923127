/**
 * Empty: there is nothing here yet, and what to do about it.
 *   <Empty icon="cases" title="还没有办件" detail="选一个事项就能开始办。" action={{ label: '去看看能办什么', onPress }} />
 */
import { View } from '@tarojs/components';
import { Button } from './button';
import { Icon } from './icon';
import type { IconName } from './icon';
import './empty.scss';

interface EmptyProps {
  icon: IconName;
  title: string;
  detail?: string;
  action?: { label: string; onPress: () => void | Promise<unknown> };
}

export function Empty({ icon, title, detail, action }: EmptyProps) {
  return (
    <View className="empty">
      <View className="empty-icon">
        <Icon name={icon} />
      </View>
      <View className="empty-title">{title}</View>
      {detail && <View className="empty-detail">{detail}</View>}
      {action && (
        <Button kind="secondary" onPress={action.onPress}>
          {action.label}
        </Button>
      )}
    </View>
  );
}
