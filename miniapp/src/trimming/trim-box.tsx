/** The photo with the four corners of the paper on it; what will be cut away is dark. */
import { useState } from 'react';
import { Image, View } from '@tarojs/components';
import type { Corners, Point } from '@yiban/shared-types/uploads';
import { cornerNames, nearestCorner, outsideOf, percent, withCorner } from './corners';
import { DragLayer } from './drag-layer';
import './trim-box.scss';

interface TrimBoxProps {
  src: string;
  /** Width over height. */
  aspect: number;
  corners: Corners;
  /** The corner that the buttons move. */
  chosen: number;
  onChoose: (corner: number) => void;
  onChange: (corners: Corners) => void;
}

export function TrimBox({ src, aspect, corners, chosen, onChoose, onChange }: TrimBoxProps) {
  // From where on the corner the finger took it, so that it does not jump.
  const [held, setHeld] = useState<{ readonly corner: number; readonly by: Point } | null>(null);

  function grab([x, y]: Point) {
    const corner = nearestCorner(corners, [x, y]);
    const [atX, atY] = corners[corner] ?? corners[0];
    setHeld({ corner, by: [atX - x, atY - y] });
    onChoose(corner);
  }

  function drag([x, y]: Point) {
    if (held !== null) onChange(withCorner(corners, held.corner, [x + held.by[0], y + held.by[1]]));
  }

  return (
    <View className="trim-box" style={{ width: `min(100%, ${Math.round(46 * aspect)}vh)` }}>
      <View className="trim-picture" style={{ paddingBottom: percent(1 / aspect) }}>
        <Image className="trim-image" src={src} mode="scaleToFill" ariaLabel="原来的照片" />
        <View className="trim-shade" style={{ clipPath: outsideOf(corners) }} ariaHidden />
        {corners.map(([x, y], index) => (
          <View
            key={cornerNames[index]}
            className={`trim-corner ${index === chosen ? 'is-chosen' : ''}`}
            style={{ left: percent(x), top: percent(y) }}
            ariaHidden
          />
        ))}
        <DragLayer onGrab={grab} onDrag={drag} onDrop={() => setHeld(null)} />
      </View>
    </View>
  );
}
