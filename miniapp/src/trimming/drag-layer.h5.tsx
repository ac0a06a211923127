/** Follows a finger over its parent, in the browser. Props shared with drag-layer.weapp.tsx. */
import type { PointerEvent } from 'react';
import type { Point } from '@yiban/shared-types/uploads';
import type { DragLayerProps } from './drag-layer-props';

export function DragLayer({ onGrab, onDrag, onDrop }: DragLayerProps) {
  return (
    <div
      className="trim-drag"
      aria-hidden
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        onGrab(placeOf(event));
      }}
      onPointerMove={(event) => onDrag(placeOf(event))}
      onPointerUp={onDrop}
      onPointerCancel={onDrop}
    />
  );
}

function placeOf({ clientX, clientY, currentTarget }: PointerEvent<HTMLDivElement>): Point {
  const { left, top, width, height } = currentTarget.getBoundingClientRect();
  return [(clientX - left) / width, (clientY - top) / height];
}
