/**
 * A write on a case: withdraw, rate, discard. Keeps its key until it was answered, so that a second press after a lost
 * answer does it once; tells what went wrong, and reads the case anew when it had changed meanwhile.
 *   const { act, problem } = useDeed(id);   <Button onPress={() => act((key) => withdrawCase(id, version, key))} />
 */
import { useRef, useState } from 'react';
import type { CaseView } from '@yiban/shared-types/cases';
import { newKey } from '../api/cases';
import { hasCode, NoAnswer } from '../api/problem';
import { caseOf, newestCases } from '../my-cases/my-cases';

export function useDeed(caseId: string) {
  const key = useRef<string | null>(null);
  const [problem, setProblem] = useState<unknown>(null);

  /** True when it was done. */
  async function act(write: (key: string) => Promise<CaseView | void>): Promise<boolean> {
    key.current ??= newKey();
    try {
      const view = await write(key.current);
      key.current = null;
      setProblem(null);
      if (view !== undefined) caseOf(caseId).replace(view);
      void newestCases.refresh();
      return true;
    } catch (failure) {
      if (!(failure instanceof NoAnswer)) key.current = null;
      if (hasCode(failure, 'stale-case') || hasCode(failure, 'transition-not-allowed')) void caseOf(caseId).refresh();
      setProblem(failure);
      return false;
    }
  }

  return { act, problem };
}
