/**
 * A pen that is led by keys, for whoever signs without a finger or a mouse (WCAG 2.1.1): an arrow draws a short way, Space
 * lifts the pen and sets it down again.
 */
import type { Ink, Point } from './ink';

const STEP = 12;
const MARGIN = 8;
const WAYS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
};

export class KeyboardPen {
  readonly #ink: Ink;
  readonly #size: { readonly width: number; readonly height: number };
  #at: Point | null = null;
  #down = true;

  constructor(ink: Ink, size: { readonly width: number; readonly height: number }) {
    this.#ink = ink;
    this.#size = size;
  }

  /** False for a key that is none of the pen's. */
  press(key: string): boolean {
    const way = WAYS[key];
    if (way === undefined && key !== ' ') return false;
    const at = this.#place();
    if (way === undefined) this.#lift(at);
    else this.#lead(at, way);
    return true;
  }

  #lift(at: Point): void {
    this.#down = !this.#down;
    if (this.#down) this.#ink.begin(at);
    else this.#ink.end();
  }

  #lead(at: Point, [right, down]: readonly [number, number]): void {
    const { width, height } = this.#size;
    this.#at = {
      x: Math.min(width - MARGIN, Math.max(MARGIN, at.x + right * STEP)),
      y: Math.min(height - MARGIN, Math.max(MARGIN, at.y + down * STEP)),
    };
    if (this.#down) this.#ink.move(this.#at);
  }

  /** Where it is; at the beginning of the line on paper that nothing is written on. */
  #place(): Point {
    if (this.#at !== null && (this.#ink.length > 0 || !this.#down)) return this.#at;
    this.#at = { x: this.#size.width / 4, y: this.#size.height / 2 };
    this.#down = true;
    this.#ink.begin(this.#at);
    return this.#at;
  }
}
