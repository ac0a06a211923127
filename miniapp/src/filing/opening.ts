/** Opens the case that is filled in: a new draft, the one that stands, or a case that waits for a supplement. */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Answers } from '@yiban/shared-types/cases';
import type { ItemPage } from '@yiban/shared-types/catalogue';
import type { GrantView } from '@yiban/shared-types/grants';
import { newKey, oneCase, openCase } from '../api/cases';
import { itemPage } from '../api/catalogue';
import { grants } from '../api/grants';
import { hasCode, NoAnswer } from '../api/problem';
import { itemPageAtHand } from '../catalogue/item-lists';
import { Draft } from '../drafts/draft';
import { keptDraft } from '../drafts/kept-draft';
import { onceOnline } from '../network/once-online';
import { nameCaseInAddress } from '../navigation/filing-address';
import { usableFor } from '../grants/my-grants';
import { usePerson } from '../session/session';
import type { Entry } from './entry';

const RETRY_MS = 5_000;

export type Opening =
  | { readonly at: 'loading' }
  | { readonly at: 'credential' }
  /** There is more than one answer to 「给谁办」. */
  | { readonly at: 'whom'; readonly item: ItemPage; readonly grants: readonly GrantView[] }
  /** A draft of the item stands already for that person. */
  | { readonly at: 'standing'; readonly item: ItemPage; readonly draftId: string; readonly whom: string }
  | { readonly at: 'failed'; readonly problem: unknown }
  | {
      readonly at: 'open';
      readonly item: ItemPage;
      readonly draft: Draft;
      readonly resumed: boolean;
      readonly kept: boolean;
    };

export interface OpeningDeeds {
  readonly again: () => Promise<void>;
  readonly goOn: (draftId: string) => Promise<void>;
  readonly restart: () => Promise<void>;
  /** The case that was open is so no longer. */
  readonly gone: (problem: unknown) => void;
  /** `self`, or a grant's id. */
  readonly choose: (whom: string) => Promise<void>;
}

export function useOpening(entry: Entry): readonly [Opening, OpeningDeeds] {
  const [opening, setOpening] = useState<Opening>({ at: 'loading' });
  // Another person on the phone has other drafts; after the scan it goes on by itself.
  const person = usePerson()?.idNo ?? null;
  // Kept until it is answered: a new draft whose answer was lost is not opened twice.
  const key = useRef(newKey());

  const fail = useCallback((problem: unknown) => {
    setOpening(hasCode(problem, 'credential-required') ? { at: 'credential' } : { at: 'failed', problem });
  }, []);

  const attempt = useCallback(
    async (work: () => Promise<Opening>) => {
      try {
        const next = await work();
        if (next.at === 'open') nameCaseInAddress(next.draft.state().view.id);
        setOpening(next);
      } catch (problem) {
        fail(problem);
      }
    },
    [fail],
  );

  const [whom, setWhom] = useState(entry.whom);

  const open = useCallback(
    (restart: boolean, forWhom: string) =>
      attempt(async () => {
        if (person === null) return { at: 'credential' };
        if (entry.caseId !== '') return reopened(entry.caseId, person, {});
        return opened({ ...entry, whom: forWhom }, person, restart, key.current);
      }),
    [attempt, entry, person],
  );

  useEffect(() => {
    void open(false, whom);
  }, [open, whom]);

  // What failed for want of a network is tried again when there is one.
  useEffect(() => {
    if (opening.at !== 'failed' || !(opening.problem instanceof NoAnswer)) return undefined;
    let left = false;
    onceOnline(RETRY_MS, () => {
      if (!left) void open(false, whom);
    });
    return () => {
      left = true;
    };
  }, [opening, open, whom]);

  const restart = useCallback(() => {
    key.current = newKey();
    return open(true, whom);
  }, [open, whom]);

  return [
    opening,
    {
      again: () => open(false, whom),
      goOn: (draftId) => attempt(() => reopened(draftId, person ?? '', entry.form)),
      restart,
      choose: async (chosen) => {
        // Another person's case is another deed.
        key.current = newKey();
        setWhom(chosen);
      },
      gone: fail,
    },
  ];
}

async function opened(entry: Entry, person: string, restart: boolean, key: string): Promise<Opening> {
  const { item: id, region, form, unit, whom } = entry;
  const item = await itemPage(region, id);
  if (unit === '' && (whom === '' || whom === 'choose')) {
    const usable = usableFor(await grants(), id, region);
    if (usable.length > 0 || whom === 'choose') return { at: 'whom', item, grants: usable };
  }
  try {
    const view = await openCase(
      { item: id, region, ...(restart ? { restart } : {}), form, ...applicant({ unit, whom }) },
      key,
    );
    return { at: 'open', item, draft: new Draft(view, person), resumed: false, kept: false };
  } catch (error) {
    const draftId = hasCode(error, 'draft-exists') ? error.problem.draftId : undefined;
    if (draftId === undefined) throw error;
    return { at: 'standing', item, draftId, whom };
  }
}

function applicant({ unit, whom }: Pick<Entry, 'unit' | 'whom'>): { for?: { unit: string } | { grant: string } } {
  if (unit !== '') return { for: { unit } };
  return whom === '' || whom === 'self' ? {} : { for: { grant: whom } };
}

/** With what the phone has, where it has it: the form reads it anew by itself. */
async function reopened(caseId: string, person: string, form: Answers): Promise<Opening> {
  const kept = keptDraft(person, caseId);
  const view = kept ?? (await oneCase(caseId));
  const item = await itemPageAtHand(view.region, view.item, view.rulesVersion);
  const draft = new Draft(view, person);
  for (const [question, answer] of Object.entries(form)) draft.answer(question, answer);
  return { at: 'open', item, draft, resumed: true, kept: kept !== null };
}
