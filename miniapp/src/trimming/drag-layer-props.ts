import type { Point } from '@yiban/shared-types/uploads';

export interface DragLayerProps {
  /** A finger came down at this place (shares of width and height). */
  onGrab: (at: Point) => void;
  onDrag: (to: Point) => void;
  onDrop: () => void;
}
