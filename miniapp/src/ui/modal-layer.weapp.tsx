/** What lies over the page, in WeChat. Props shared with modal-layer.h5.tsx. */
import type { PropsWithChildren } from 'react';
import { View } from '@tarojs/components';

export interface ModalLayerProps {
  label: string;
  onClose?: () => void;
}

export function ModalLayer({ label, onClose, children }: PropsWithChildren<ModalLayerProps>) {
  return (
    <View className="sheet-layer" catchMove>
      <View className="sheet-shade" ariaHidden onClick={onClose} />
      <View className="sheet" ariaRole="dialog" ariaLabel={label}>
        {children}
      </View>
    </View>
  );
}
