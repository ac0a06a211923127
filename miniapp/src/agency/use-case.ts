/** A case on the desk: read, and claimed where the officer has something to do with it and nobody holds it. */
import { useCallback, useEffect, useState } from 'react';
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

  const load = useCallback(async () => {
    try {
      const read = await caseOf(id);
      const [item, { view, refusal }] = await Promise.all([itemPage(read.region, read.item), claimed(read)]);
      setState({ kind: 'ready', view, item, refusal });
    } catch (error) {
      setState({ kind: 'failed', error });
    }
  }, [id]);

  useEffect(() => {
    void load();
  }, [load]);

  return { state, reload: load };
}

async function claimed(read: OfficerCaseView): Promise<{ view: OfficerCaseView; refusal: ApiProblem | null }> {
  const free = read.officerActions.length > 0 && read.claimedBy === null;
  // An accepted case that is one's own already still has to be taken into review.
  const waits = read.claimedByMe && read.officerActions.includes('claim');
  if (!free && !waits) return { view: read, refusal: null };
  try {
    return { view: await claim(read.id), refusal: null };
  } catch (error) {
    if (!(error instanceof ApiProblem)) throw error;
    return { view: await caseOf(read.id), refusal: error };
  }
}
