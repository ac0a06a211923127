/** Shares of a picture's width and height, 0 to 1, from its top left. */
export type Point = readonly [x: number, y: number];

/** Of a paper in a photo: top left, top right, bottom right, bottom left, as the photo lies. */
export type Corners = readonly [Point, Point, Point, Point];

/** Degrees clockwise. */
export type QuarterTurn = 0 | 90 | 180 | 270;

/** How a photo is cut to its paper: first the corners (null: the whole photo), then the turn. */
export interface Trim {
  readonly corners: Corners | null;
  readonly turn: QuarterTurn;
}

/** What a photo was cut from. */
export interface TrimmedFrom extends Trim {
  /** The upload as it was taken; it may be gone, as it belongs to no case. */
  readonly upload: string;
}
