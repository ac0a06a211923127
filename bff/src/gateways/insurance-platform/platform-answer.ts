import { z } from 'zod';
import { wireText } from './wire-values.js';

/** The response envelope. `infcode` comes as number or string; `output` is null on failure. */
export const platformAnswer = z.object({
  infcode: wireText,
  inf_refmsgid: wireText,
  refmsg_time: wireText,
  respond_time: wireText,
  err_msg: wireText,
  output: z.unknown().optional(),
});

/** Bureaus put their own code in brackets in front of the sentence; without one the infcode is all there is. */
export function refusalOf(answer: { infcode: string; err_msg: string }): { code: string; message: string } {
  const match = /^\s*[[【(（]([A-Za-z0-9_-]{2,12})[\]】)）]\s*(.*)$/s.exec(answer.err_msg);
  return match === null
    ? { code: `infcode${answer.infcode}`, message: answer.err_msg }
    : { code: match[1] ?? '', message: match[2] ?? '' };
}

/** Blots out what we sent, and long numbers, wherever a bureau's sentence repeats them. */
export function withoutPersonalData(message: string, sent: unknown): string {
  const values = textsIn(sent)
    .filter((text) => text.length >= 2 && !/^\d{1,4}$/.test(text))
    .toSorted((a, b) => b.length - a.length);
  const blotted = values.reduce((text, value) => text.replaceAll(value, '＊＊'), message);
  return blotted.replace(/\d{7,}[\dXx]*/g, '＊＊');
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(textsIn);
  return [];
}
