/** Opens a paper as it would be now, filled in from the answers; what was typed last is saved first. */
import { useState } from 'react';
import type { MaterialAlternative } from '@yiban/shared-types/catalogue';
import { documentPdf } from '../api/cases';
import { openPdf } from '../documents/open-pdf';
import type { Draft } from '../drafts/draft';

export function usePaperPdf(draft: Draft) {
  /** Why it did not open; null when it did. */
  const [problem, setProblem] = useState<unknown>(null);

  async function show({ name, document }: MaterialAlternative) {
    try {
      await openPdf(name, async () => {
        await draft.save();
        return documentPdf(draft.state().view.id, document ?? '');
      });
      setProblem(null);
    } catch (error) {
      setProblem(error);
    }
  }

  return { problem, show };
}
