/** A rectangle at any angle: its centre, its size along and across the text, the direction of its text in radians. */
export interface TextBox {
  readonly x: number;
  readonly y: number;
  readonly along: number;
  readonly across: number;
  readonly angle: number;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** The smallest rectangle around points. Its text runs from left to right, or from top to bottom where it is upright. */
export function smallestBox(points: readonly Point[]): TextBox {
  const hull = convexHull(points);
  let best: TextBox = { x: hull[0]?.x ?? 0, y: hull[0]?.y ?? 0, along: 0, across: 0, angle: 0 };
  let leastArea = Infinity;
  for (const [i, from] of hull.entries()) {
    const to = hull[(i + 1) % hull.length] ?? from;
    const length = Math.hypot(to.x - from.x, to.y - from.y);
    if (length === 0) continue;
    const [ux, uy] = [(to.x - from.x) / length, (to.y - from.y) / length];
    let [leastAlong, mostAlong, leastAcross, mostAcross] = [Infinity, -Infinity, Infinity, -Infinity];
    for (const { x, y } of hull) {
      const along = x * ux + y * uy;
      const across = y * ux - x * uy;
      leastAlong = Math.min(leastAlong, along);
      mostAlong = Math.max(mostAlong, along);
      leastAcross = Math.min(leastAcross, across);
      mostAcross = Math.max(mostAcross, across);
    }
    const area = (mostAlong - leastAlong) * (mostAcross - leastAcross);
    if (area >= leastArea) continue;
    leastArea = area;
    const [along, across] = [(leastAlong + mostAlong) / 2, (leastAcross + mostAcross) / 2];
    best = {
      x: along * ux - across * uy,
      y: along * uy + across * ux,
      along: mostAlong - leastAlong,
      across: mostAcross - leastAcross,
      angle: Math.atan2(uy, ux),
    };
  }
  return rightWay(best);
}

/** The longer side is the direction of the text, and text is not upside down. */
function rightWay({ x, y, along, across, angle }: TextBox): TextBox {
  const swapped = across > along;
  let direction = swapped ? angle + Math.PI / 2 : angle;
  while (direction > Math.PI / 2) direction -= Math.PI;
  while (direction <= -Math.PI / 2) direction += Math.PI;
  return { x, y, along: swapped ? across : along, across: swapped ? along : across, angle: direction };
}

/** Andrew's monotone chain. */
function convexHull(points: readonly Point[]): readonly Point[] {
  const sorted = points.toSorted((a, b) => a.x - b.x || a.y - b.y);
  return [...halfHull(sorted), ...halfHull(sorted.toReversed())];
}

function halfHull(points: readonly Point[]): readonly Point[] {
  const hull: Point[] = [];
  for (const point of points) {
    while (hull.length >= 2 && turn(hull.at(-2), hull.at(-1), point) <= 0) hull.pop();
    hull.push(point);
  }
  return hull.slice(0, -1);
}

function turn(a: Point | undefined, b: Point | undefined, c: Point): number {
  if (a === undefined || b === undefined) return 1;
  return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

/**
 * Boxes that were found in pieces, put together: those in one row of which one begins where the other ends, nearer than
 * two characters stand. A number cut in two is read as two numbers.
 */
export function joined(boxes: readonly TextBox[]): readonly TextBox[] {
  const left = boxes.toSorted((a, b) => a.x - b.x);
  const whole: TextBox[] = [];
  for (const box of left) {
    const at = whole.findIndex((other) => isContinuedBy(other, box));
    const before = whole[at];
    if (before === undefined) whole.push(box);
    else whole[at] = together(before, box);
  }
  return whole;
}

/** Grown boxes overlap by so much of their height when their cores all but touch. */
const overlap = 0.35;

function isContinuedBy(one: TextBox, next: TextBox): boolean {
  if (Math.abs(one.angle - next.angle) > 0.12 || Math.abs(one.angle) > Math.PI / 4) return false;
  const [least, most] = [Math.min(one.across, next.across), Math.max(one.across, next.across)];
  if (most > least * 1.5) return false;
  const [ux, uy] = [Math.cos(one.angle), Math.sin(one.angle)];
  const [dx, dy] = [next.x - one.x, next.y - one.y];
  const apart = dx * ux + dy * uy - (one.along + next.along) / 2;
  const beside = Math.abs(dy * ux - dx * uy);
  return apart < -overlap * least && beside < least * 0.3;
}

function together(one: TextBox, next: TextBox): TextBox {
  return smallestBox([...corners(one), ...corners(next)]);
}

function corners({ x, y, along, across, angle }: TextBox): readonly Point[] {
  const [ux, uy] = [Math.cos(angle), Math.sin(angle)];
  return [
    [-1, -1],
    [1, -1],
    [1, 1],
    [-1, 1],
  ].map(([a = 0, b = 0]) => ({
    x: x + (a * along * ux - b * across * uy) / 2,
    y: y + (a * along * uy + b * across * ux) / 2,
  }));
}
