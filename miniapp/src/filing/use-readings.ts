/** What the server reads from photos, asked for quietly, one photo after another as it reads them, while the page is open. */
import { useEffect, useState } from 'react';
import type { FileFinding } from '@yiban/shared-types/cases';
import type { PaperReading, UploadReading } from '@yiban/shared-types/reading';
import { uploadReading } from '../api/uploads';
import { NoAnswer } from '../api/problem';
import type { Draft } from '../drafts/draft';

const PAUSE_MS = 1_000;
/** After that the person has typed it. */
const MOST_ASKINGS = 30;

/** By upload id; null for a photo from which nothing was read. What reading found of the photo itself the case
 * shows then. */
export function useReadings(
  draft: Draft,
  uploads: readonly string[],
  /** The same function each time. */
  onRead?: (upload: string, reading: PaperReading) => void,
): ReadonlyMap<string, PaperReading | null> {
  const [known, setKnown] = useState<ReadonlyMap<string, PaperReading | null>>(new Map());
  const next = uploads.find((id) => !known.has(id));

  useEffect(() => {
    if (next === undefined) return undefined;
    let left = false;

    async function read(upload: string) {
      const reading = await readingOf(upload, () => left);
      if (left) return;
      if (reading !== null) onRead?.(upload, reading);
      setKnown((before) => new Map(before).set(upload, reading));
      // Without an answer the check shows it.
      if (reading !== null && saysMore(reading, shownFindings(draft, upload)))
        await draft.look().catch(() => undefined);
    }

    void read(next);
    return () => {
      left = true;
    };
  }, [draft, next, onRead]);
  return known;
}

function shownFindings(draft: Draft, upload: string): readonly FileFinding[] {
  const { materials } = draft.state().view;
  const shown = materials.flatMap(({ uploads }) => uploads).find(({ id }) => id === upload);
  return shown?.findings.map(({ code }) => code) ?? [];
}

/** Reading finds what the photo check can't see, and disproves blur. */
function saysMore({ findings, legible }: PaperReading, shown: readonly FileFinding[]): boolean {
  return findings.some((code) => !shown.includes(code)) || (legible && shown.includes('blurred'));
}

async function readingOf(upload: string, isLeft: () => boolean): Promise<PaperReading | null> {
  for (let asked = 0; asked < MOST_ASKINGS && !isLeft(); asked += 1) {
    const answer = await asking(upload);
    if (answer.status === 'done') return answer.reading;
    if (answer.status === 'none') return null;
    await new Promise((resume) => setTimeout(resume, PAUSE_MS));
  }
  return null;
}

/** No network is no reason to give up; a photo that is no more is. */
async function asking(upload: string): Promise<UploadReading> {
  try {
    return await uploadReading(upload);
  } catch (error) {
    return { status: error instanceof NoAnswer ? 'pending' : 'none' };
  }
}
