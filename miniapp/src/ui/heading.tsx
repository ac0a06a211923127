/**
 * Heading: the title of a section of a page (level 2) or of a part of it (level 3). `Page` draws level 1.
 *   <Heading>办理材料</Heading>   <Heading level={3}>户口簿</Heading>
 */
import type { PropsWithChildren } from 'react';
import { View } from '@tarojs/components';
import './heading.scss';

export function Heading({ level = 2, children }: PropsWithChildren<{ level?: 2 | 3 }>) {
  return (
    <View className={`heading heading-${level}`} ariaRole="heading" ariaLevel={level}>
      {children}
    </View>
  );
}
