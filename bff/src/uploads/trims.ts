/** Trims as they stand in a row, and which of them give a picture. */
import type { Corners, Trim } from '@yiban/shared-types/uploads';
import { z } from 'zod';
import { areaOf } from './paper-corners.js';

const share = z.number().min(0).max(1);
const point = z.tuple([share, share]);
export const cornersSchema = z.tuple([point, point, point, point]);
const trimSchema = z.object({
  corners: cornersSchema.nullable(),
  turn: z.union([z.literal(0), z.literal(90), z.literal(180), z.literal(270)]),
});

/** Share of the photo below which nothing of a paper can be left. */
const leastArea = 0.01;

export const writtenCorners = (corners: Corners | null): string | null =>
  corners === null ? null : JSON.stringify(corners);

export const readCorners = (written: string | null): Corners | null =>
  written === null ? null : cornersSchema.parse(JSON.parse(written));

export const readTrim = (written: string): Trim => trimSchema.parse(JSON.parse(written));

/** A trim as it was asked for; undefined where its corners are no sheet of paper seen from the front. */
export function trimOf(asked: { readonly corners: unknown; readonly turn: unknown }): Trim | undefined {
  const { data } = trimSchema.safeParse(asked);
  return data === undefined || (data.corners !== null && !isSheet(data.corners)) ? undefined : data;
}

/** Clockwise and convex, so that every point inside is seen once. */
function isSheet(corners: Corners): boolean {
  const [a, b, c, d] = corners;
  const around = [a, b, c, d, a, b] as const;
  const turnsRight = [0, 1, 2, 3].every((at) => {
    const [from = a, over = a, to = a] = around.slice(at, at + 3);
    return (over[0] - from[0]) * (to[1] - over[1]) - (over[1] - from[1]) * (to[0] - over[0]) > 1e-4;
  });
  return turnsRight && areaOf(corners) >= leastArea;
}
