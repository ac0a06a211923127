/** A person's hands and eyes on a phone: the same deeds in the browser and in the WeChat build. */

export interface Hands extends AsyncDisposable {
  /** The heading of the page on the screen. */
  title(): Promise<string>;
  /** Waits until the page says it. */
  see(words: string): Promise<void>;
  /** Presses what is called that, or else what says it; the first of several. */
  press(words: string): Promise<void>;
  /** Twice at once, as an impatient finger does. */
  pressTwice(words: string): Promise<void>;
  /** Types into the field of that name, in place of what stands there. */
  type(field: string, text: string): Promise<void>;
  /** Sets a day, yyyy-MM-dd. */
  date(field: string, day: string): Promise<void>;
  /** Presses a button that opens the album or the camera, and gives it these photos. */
  photograph(button: string, photos: readonly Buffer[]): Promise<void>;
  /** On the page for scanning: holds up this QR. */
  scan(qr: string): Promise<void>;
  /** Writes on the signature pad. */
  sign(): Promise<void>;
  /** Presses what opens a PDF; what was opened. */
  openPdf(words: string): Promise<Buffer>;
  /** Everything that the page says. */
  text(): Promise<string>;
  /** A picture of the screen in test/.artifacts; its path. */
  picture(name: string): Promise<string>;
  /** Errors of the app, which nobody should see. */
  readonly problems: readonly string[];
}

/** At a computer files come and go. */
export interface DeskHands extends Hands {
  /** Presses what saves a file; what was saved. */
  saveFile(words: string): Promise<Buffer>;
  /** Presses what asks for a file, and gives this one. */
  chooseFile(words: string, file: { readonly name: string; readonly bytes: Buffer }): Promise<void>;
}

/** A phone with the app on it, just opened for the first time. */
export type OpenHands = (serverUrl: string) => Promise<Hands>;

/** Waits until a condition of the page holds; then says with what the page shows instead. */
export async function until(hands: Hands, what: string, holds: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 20_000; Date.now() < end;) {
    if (await holds()) return;
    await new Promise((resume) => setTimeout(resume, 50));
  }
  throw new Error(`${what}, but after 20 s the page says:\n${await hands.text()}`);
}
