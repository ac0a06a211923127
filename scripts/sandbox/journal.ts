import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';

const texts = z.record(z.string(), z.string());

/** One write at the insurance platform: what was asked, and what was answered. */
const deed = z.strictObject({
  type: z.literal('deed'),
  operation: z.string(),
  infno: z.string(),
  region: z.string(),
  /** The caller's own key. */
  key: z.string(),
  msgid: z.string(),
  messageId: z.string(),
  at: z.iso.datetime(),
  psnNo: z.string(),
  fields: texts,
  output: texts,
});
export type Deed = z.output<typeof deed>;

const sms = z.strictObject({
  type: z.literal('sms'),
  key: z.string(),
  messageId: z.string(),
  phone: z.string(),
  template: z.string(),
  parameters: texts,
  at: z.iso.datetime(),
});
export type Sms = z.output<typeof sms>;

const wechatMessage = z.strictObject({
  type: z.literal('wechat-message'),
  messageId: z.string(),
  openid: z.string(),
  templateId: z.string(),
  page: z.string(),
  data: texts,
  at: z.iso.datetime(),
});

/** The other agency of a transfer sent 信息表 and funds. */
const transferAnswer = z.strictObject({
  type: z.literal('transfer-answer'),
  letterNo: z.string(),
  at: z.iso.datetime(),
});
export type TransferAnswer = z.output<typeof transferAnswer>;

const event = z.discriminatedUnion('type', [deed, sms, wechatMessage, transferAnswer]);
export type Event = z.output<typeof event>;

/**
 * What the outside systems remember over a restart: one JSON object a line, appended and synced before the answer,
 * so that a bureau never forgets what it confirmed. A line that a crash cut off was never confirmed and is left out.
 */
export class Journal {
  readonly #file: FileHandle | undefined;
  readonly #events: Event[];
  #waiting: string[] = [];
  #writing: Promise<void> | undefined;

  private constructor(file: FileHandle | undefined, events: Event[]) {
    this.#file = file;
    this.#events = events;
  }

  /** Without a folder nothing outlives the process: for tests. */
  static async open(folder: string | undefined): Promise<Journal> {
    if (folder === undefined) return new Journal(undefined, []);
    mkdirSync(folder, { recursive: true });
    const name = path.join(folder, 'sandbox-state.jsonl');
    const { events, whole } = readEvents(name);
    if (!whole) replaceFile(name, events.map((one) => `${JSON.stringify(one)}\n`).join(''));
    return new Journal(await open(name, 'a'), events);
  }

  get events(): readonly Event[] {
    return this.#events;
  }

  /** Takes effect at once; resolves when it is on the disk. Those who come while it writes share the next write. */
  async append(one: Event): Promise<void> {
    this.#events.push(one);
    if (this.#file === undefined) return;
    this.#waiting.push(`${JSON.stringify(one)}\n`);
    if (this.#writing !== undefined) await this.#writing;
    if (this.#waiting.length === 0) return this.#writing;
    this.#writing ??= this.#write(this.#file).finally(() => {
      this.#writing = undefined;
    });
    return this.#writing;
  }

  async close(): Promise<void> {
    await this.#writing;
    await this.#file?.close();
  }

  async #write(file: FileHandle): Promise<void> {
    const lines = this.#waiting.join('');
    this.#waiting = [];
    await file.appendFile(lines);
    await file.datasync();
  }
}

function readEvents(name: string): { events: Event[]; whole: boolean } {
  let text: string;
  try {
    text = readFileSync(name, 'utf8');
  } catch {
    return { events: [], whole: true };
  }
  const lines = text.split('\n');
  const cutOff = lines.pop() !== '';
  return { events: lines.map((line) => event.parse(JSON.parse(line))), whole: !cutOff };
}

/** Temporary name, sync, rename: the old file or the new one, never a half. */
function replaceFile(name: string, text: string): void {
  const temporary = `${name}.new`;
  writeFileSync(temporary, text);
  const handle = openSync(temporary, 'r');
  fsyncSync(handle);
  closeSync(handle);
  renameSync(temporary, name);
}
