/** Follows a finger over its parent, in WeChat. Props shared with drag-layer.h5.tsx. */
import { useId, useRef } from 'react';
import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import type { Point } from '@yiban/shared-types/uploads';
import type { DragLayerProps } from './drag-layer-props';

interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export function DragLayer({ onGrab, onDrag, onDrop }: DragLayerProps) {
  const id = `drag${useId().replace(/\W/g, '')}`;
  const box = useRef<Box | null>(null);

  async function grab(event: unknown) {
    // Measured anew each time: the sheet may have been scrolled.
    box.current = await boxOf(id);
    withPlace(event, onGrab);
  }

  function withPlace(event: unknown, take: (place: Point) => void) {
    const finger = fingerOf(event);
    if (box.current === null || finger === undefined) return;
    const { left, top, width, height } = box.current;
    take([(finger.clientX - left) / width, (finger.clientY - top) / height]);
  }

  return (
    <View
      id={id}
      className="trim-drag"
      ariaHidden
      catchMove
      onTouchStart={(event) => void grab(event)}
      onTouchMove={(event) => withPlace(event, onDrag)}
      onTouchEnd={onDrop}
      onTouchCancel={onDrop}
    />
  );
}

/** Taro's type of the event leaves the fingers out. */
function fingerOf(event: unknown): { readonly clientX: number; readonly clientY: number } | undefined {
  if (typeof event !== 'object' || event === null || !('touches' in event) || !Array.isArray(event.touches)) return;
  const finger: unknown = event.touches[0];
  if (typeof finger !== 'object' || finger === null || !('clientX' in finger) || !('clientY' in finger)) return;
  const { clientX, clientY } = finger;
  return typeof clientX === 'number' && typeof clientY === 'number' ? { clientX, clientY } : undefined;
}

function boxOf(id: string): Promise<Box | null> {
  return new Promise((resolve) => {
    Taro.createSelectorQuery()
      .select(`#${id}`)
      .boundingClientRect((found) => {
        const [one] = Array.isArray(found) ? found : [found];
        resolve(one?.width && one.height ? one : null);
      })
      .exec();
  });
}
