/**
 * Paragraph: running text. `soft` for what explains, `small` for what is seldom needed (never below 15 px).
 *   <Paragraph>请先扫码。</Paragraph>   <Paragraph soft>…</Paragraph>   <Paragraph small soft>…</Paragraph>
 */
import type { PropsWithChildren } from 'react';
import { View } from '@tarojs/components';
import './paragraph.scss';

export function Paragraph({ soft, small, children }: PropsWithChildren<{ soft?: boolean; small?: boolean }>) {
  return <View className={`para ${soft ? 'is-soft' : ''} ${small ? 'is-small' : ''}`}>{children}</View>;
}
