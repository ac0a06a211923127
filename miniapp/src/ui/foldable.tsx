/**
 * Foldable: a card that opens when its title is pressed, for what few people need.
 *   <Foldable title="法律依据">…</Foldable>
 */
import { useState } from 'react';
import type { PropsWithChildren } from 'react';
import { View } from '@tarojs/components';
import { Icon } from './icon';
import './foldable.scss';

export function Foldable({ title, children }: PropsWithChildren<{ title: string }>) {
  const [open, setOpen] = useState(false);
  return (
    <View className="foldable">
      <View
        className="foldable-title"
        hoverClass="is-pressed"
        ariaRole="button"
        ariaLabel={`${title}，${open ? '收起' : '展开'}`}
        ariaExpanded={open}
        onClick={() => setOpen(!open)}
      >
        <View className="foldable-words">{title}</View>
        <View className="foldable-state" ariaHidden>
          {open ? '收起' : '展开'}
        </View>
        <Icon name="chevron" className={open ? 'foldable-mark is-open' : 'foldable-mark'} />
      </View>
      {open && <View className="foldable-body">{children}</View>}
    </View>
  );
}
