/** The line a finger draws: smoothed, on a white ground, with its length, so that a slip is not taken for a name. */

/** What of a 2D canvas is used; the browser's and WeChat's contexts both have it. */
export interface InkContext {
  lineWidth: number;
  lineCap: string;
  lineJoin: string;
  strokeStyle: unknown;
  fillStyle: unknown;
  scale(x: number, y: number): void;
  fillRect(x: number, y: number, width: number, height: number): void;
  beginPath(): void;
  moveTo(x: number, y: number): void;
  quadraticCurveTo(controlX: number, controlY: number, x: number, y: number): void;
  stroke(): void;
}

/** Taro's type for a canvas context promises nothing, so it is looked at. */
export function isInkContext(context: unknown): context is InkContext {
  return typeof context === 'object' && context !== null && 'quadraticCurveTo' in context && 'fillRect' in context;
}

export interface Point {
  x: number;
  y: number;
}

const INK = '#101820';
const PAPER = '#ffffff';
const LINE_WIDTH = 4;

export class Ink {
  /** Of all strokes since the last clear, in CSS pixels. */
  length = 0;
  private last: Point | undefined;
  private middle: Point | undefined;
  private readonly context: InkContext;
  private readonly size: { width: number; height: number };

  constructor(context: InkContext, size: { width: number; height: number }, pixelRatio: number) {
    this.context = context;
    this.size = size;
    context.scale(pixelRatio, pixelRatio);
    this.clear();
  }

  clear(): void {
    this.length = 0;
    this.context.fillStyle = PAPER;
    this.context.fillRect(0, 0, this.size.width, this.size.height);
  }

  begin(point: Point): void {
    this.last = point;
    this.middle = point;
  }

  /** Draws to half-way between the last two points, bending at the last one: corners become curves. */
  move(point: Point): void {
    if (!this.last || !this.middle) return;
    const middle = { x: (this.last.x + point.x) / 2, y: (this.last.y + point.y) / 2 };
    const { context } = this;
    context.strokeStyle = INK;
    context.lineWidth = LINE_WIDTH;
    context.lineCap = 'round';
    context.lineJoin = 'round';
    context.beginPath();
    context.moveTo(this.middle.x, this.middle.y);
    context.quadraticCurveTo(this.last.x, this.last.y, middle.x, middle.y);
    context.stroke();
    this.length += Math.hypot(point.x - this.last.x, point.y - this.last.y);
    this.last = point;
    this.middle = middle;
  }

  end(): void {
    this.last = undefined;
    this.middle = undefined;
  }
}
