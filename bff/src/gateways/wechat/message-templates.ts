import { z } from 'zod';

/** What a person may ask to be told of by WeChat; WeChat lets three be asked for at once. */
export const messageTopics = ['progress', 'supplement', 'result'] as const;
export type MessageTopic = (typeof messageTopics)[number];

/** What a message says: the item, its state in a few words, what to do, until when, and the number of the case. */
const saidInTemplate = z.enum(['item', 'state', 'todo', 'until', 'number']);

/** The account's templates: which is for which topic, and which of its fields says what (`thing1: item`). */
export const messageTemplatesSchema = z.partialRecord(
  z.enum(messageTopics),
  z.strictObject({
    id: z.string().min(1),
    fields: z.record(z.string().regex(/^[a-z_]+\d+$/), saidInTemplate),
  }),
);
export type MessageTemplates = z.infer<typeof messageTemplatesSchema>;

export type MessageFields = Readonly<Record<z.infer<typeof saidInTemplate>, string>>;
