/** A case on the desk: read, and claimed where the officer has something to do with it and nobody holds it. */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { OfficerCaseView } from '@yiban/shared-types/agency';
import type { ItemPage } from '@yiban/shared-types/catalogue';
import { itemPage } from '../api/catalogue';
import { ApiProblem } from '../api/problem';
import { caseOf, claim } from './office-api';

export type CaseState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly error: unknown }
  | {
      readonly kind: 'ready';
      readonly view: OfficerCaseView;
      readonly item: ItemPage;
      /** Why it could not be claimed, where that was refused. */
      readonly refusal: ApiProblem | null;
    };

export function useCase(id: string) {
  const [state, setState] = useState<CaseState>({ kind: 'loading' });

  /** Of two readings the newer one stands. */
  const latest = useRef(0);

  const load = useCallback(async () => {
    latest.current += 1;
    const own = latest.current;
    const next = await read(id);
    if (own === latest.current) setState(next);
  }, [id]);
  useEffect(() => void load(), [load]);

  return { state, reload: load };
}

async function read(id: string): Promise<CaseState> {
  try {
    const found = await caseOf(id);
    const [item, { view, refusal }] = await Promise.all([
      itemPage(found.region, found.item, found.rulesVersion),
      claimed(found),
    ]);
    return { kind: 'ready', view, item, refusal };
  } catch (error) {
    return { kind: 'failed', error };
  }
}

async function claimed(found: OfficerCaseView): Promise<{ view: OfficerCaseView; refusal: ApiProblem | null }> {
  const free = found.officerActions.length > 0 && found.claimedBy === null;
  // An accepted case that is one's own already still has to be taken into review.
  const waits = found.claimedByMe && found.officerActions.includes('claim');
  if (!free && !waits) return { view: found, refusal: null };
  try {
    return { view: await claim(found.id), refusal: null };
  } catch (error) {
    if (!(error instanceof ApiProblem)) throw error;
    return { view: await caseOf(found.id), refusal: error };
  }
}
