/**
 * Row: one line of a list, usually inside <Card flush>.
 *   <Row title="住院费用报销" detail="30 个工作日" onPress={open} />       opens something
 *   <Row title="办件编号" value="GS2026…" />                              shows a fact
 *   icon    before the title;  mark  a short state after it, with its tone
 */
import { View } from '@tarojs/components';
import { Icon } from './icon';
import type { IconName } from './icon';
import './row.scss';

export interface RowMark {
  words: string;
  tone: 'accent' | 'good' | 'warn' | 'danger' | 'plain';
}

interface RowProps {
  title: string;
  detail?: string;
  value?: string;
  icon?: IconName;
  mark?: RowMark;
  onPress?: () => void;
}

export function Row({ title, detail, value, icon, mark, onPress }: RowProps) {
  const content = (
    <>
      {icon && (
        <View className="row-icon">
          <Icon name={icon} />
        </View>
      )}
      <View className="row-words">
        <View className="row-title">{title}</View>
        {detail && <View className="row-detail">{detail}</View>}
      </View>
      {value !== undefined && <View className="row-value">{value}</View>}
      {mark && <View className={`row-mark is-${mark.tone}`}>{mark.words}</View>}
      {onPress && <Icon name="chevron" className="row-chevron" />}
    </>
  );
  if (!onPress) return <View className="row">{content}</View>;
  return (
    <View
      className="row is-pressable"
      hoverClass="is-pressed"
      ariaRole="button"
      ariaLabel={[title, detail, value, mark?.words].filter(Boolean).join('，')}
      onClick={onPress}
    >
      {content}
    </View>
  );
}
