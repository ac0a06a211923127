/**
 * Sheet: something that has to be dealt with before going on, over the page.
 *   <Sheet open={asking} title="隐私说明" onClose={close}>…</Sheet>
 *   onClose  by the close button, the Escape key or WeChat's back gesture; leave it out when there is no way round
 */
import type { PropsWithChildren } from 'react';
import { View } from '@tarojs/components';
import { ForWhomLine } from './for-whom';
import { Icon } from './icon';
import { ModalLayer } from './modal-layer';
import './sheet.scss';

export interface SheetProps {
  open: boolean;
  title: string;
  onClose?: () => void;
}

export function Sheet({ open, title, onClose, children }: PropsWithChildren<SheetProps>) {
  if (!open) return null;
  return (
    <ModalLayer label={title} onClose={onClose}>
      <View className="sheet-head">
        <View className="sheet-title" ariaRole="heading" ariaLevel={2}>
          {title}
        </View>
        {onClose && (
          <View className="sheet-close" hoverClass="is-pressed" ariaRole="button" ariaLabel="关闭" onClick={onClose}>
            <Icon name="close" />
          </View>
        )}
      </View>
      <View className="sheet-body">
        <ForWhomLine />
        {children}
      </View>
    </ModalLayer>
  );
}
