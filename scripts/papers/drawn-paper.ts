/** A flat paper as SVG, and what stands on it. */
import type { PaperTruth } from './truth.ts';

export interface DrawnPaper {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
  readonly truth: PaperTruth;
}

export interface TextStyle {
  readonly size?: number;
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly font?: string;
  readonly fill?: string;
  readonly weight?: number;
  readonly spacing?: number;
}

export const serif = 'Noto Serif CJK SC';
export const sans = 'Noto Sans CJK SC';
export const mono = 'Noto Sans Mono CJK SC';

/** Text with its baseline at `y`. */
export function text(x: number, y: number, content: string, style: TextStyle = {}): string {
  const { size = 30, anchor = 'start', font = serif, fill = '#1c1c1c', weight = 400, spacing = 0 } = style;
  return `<text x="${x}" y="${y}" font-size="${size}" text-anchor="${anchor}" font-family="${font}" fill="${fill}" font-weight="${weight}" letter-spacing="${spacing}" xml:space="preserve">${escaped(content)}</text>`;
}

export function line(x1: number, y1: number, x2: number, y2: number, colour = '#555', width = 2): string {
  return `<path d="M${x1} ${y1}L${x2} ${y2}" stroke="${colour}" stroke-width="${width}"/>`;
}

export function box(x: number, y: number, width: number, height: number, fill: string, stroke = 'none'): string {
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${fill}" stroke="${stroke}" stroke-width="2"/>`;
}

/** A red round seal, half transparent, as stamped over the print. */
export function seal(x: number, y: number, radius: number, words: string): string {
  return `<g opacity="0.55"><circle cx="${x}" cy="${y}" r="${radius}" fill="none" stroke="#d3222a" stroke-width="6"/>
    ${text(x, y + radius * 0.55, words, { size: radius * 0.26, anchor: 'middle', fill: '#d3222a', font: sans })}
    ${text(x, y + radius * 0.12, '★', { size: radius * 0.6, anchor: 'middle', fill: '#d3222a', font: sans })}</g>`;
}

export function sheet(width: number, height: number, colour: string, parts: readonly string[]): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${box(0, 0, width, height, colour)}${parts.join('')}</svg>`;
}

function escaped(content: string): string {
  return content.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
