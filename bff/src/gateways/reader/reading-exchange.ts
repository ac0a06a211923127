/** What the server and its reading process say to each other. */
import { z } from 'zod';

const line = z.object({
  text: z.string(),
  confidences: z.array(z.number()).readonly(),
  left: z.number(),
  top: z.number(),
  width: z.number(),
  height: z.number(),
});

/** `unavailable`: the models did not load, no picture will be read; `failed`: this picture could not be. */
const readingAnswer = z.union([
  z.object({ kind: z.literal('ready') }),
  z.object({
    kind: z.literal('text'),
    text: z.object({
      lines: z.array(line).readonly(),
      codes: z.array(z.string()).readonly(),
      atTheEdge: z.number(),
      turned: z.union([z.literal(0), z.literal(90), z.literal(180), z.literal(270)]),
    }),
  }),
  z.object({ kind: z.enum(['unavailable', 'failed']), cause: z.string() }),
]);
export type ReadingAnswer = z.infer<typeof readingAnswer>;
/** As `once` gives a message: the arguments of its event. */
export const readingMessages = z.tuple([readingAnswer], z.unknown());

export const readingRequest = z.object({
  bytes: z.custom<Uint8Array>((value) => value instanceof Uint8Array),
  seekCodes: z.boolean(),
});
export type ReadingRequest = z.infer<typeof readingRequest>;
