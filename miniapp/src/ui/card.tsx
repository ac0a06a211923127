/**
 * Card: one matter on its own surface.
 *   <Card title="异地安置退休人员备案">…</Card>
 *   title  heading of level 2;  flush  no inner padding, for rows that reach the edges
 */
import type { PropsWithChildren } from 'react';
import { View } from '@tarojs/components';
import { Heading } from './heading';
import './card.scss';

export function Card({ title, flush, children }: PropsWithChildren<{ title?: string; flush?: boolean }>) {
  return (
    <View className={`card ${flush ? 'is-flush' : ''}`}>
      {title && (
        <View className="card-title">
          <Heading>{title}</Heading>
        </View>
      )}
      {children}
    </View>
  );
}
