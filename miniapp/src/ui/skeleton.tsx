/**
 * Skeleton: the place of something that is being fetched. `rows` as many as usually come.
 *   <Skeleton rows={4} what="您的办件" />
 */
import { View } from '@tarojs/components';
import './skeleton.scss';

export function Skeleton({ rows, what }: { rows: number; what: string }) {
  return (
    <View className="skeleton" ariaRole="status" ariaLabel={`正在取${what}，请稍候`}>
      {Array.from({ length: rows }, (_, index) => (
        <View key={index} className="skeleton-row" ariaHidden>
          <View className="skeleton-line" />
          <View className="skeleton-line is-short" />
        </View>
      ))}
    </View>
  );
}
