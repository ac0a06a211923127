/** Sends a decision once, however often it has to be repeated; keeps what stood in its way. */
import { useRef, useState } from 'react';
import type { OfficerCaseView } from '@yiban/shared-types/agency';
import { newKey } from '../api/cases';
import { decide, type Deed } from './office-api';

export function useDeed(onDone: (after: OfficerCaseView, deed: Deed) => Promise<void>) {
  const [trouble, setTrouble] = useState<unknown>(null);
  /** The same decision on the same version goes out under the same key. */
  const keyed = useRef({ body: '', key: '' });

  async function send({ id, version }: OfficerCaseView, deed: Deed): Promise<void> {
    const body = JSON.stringify([id, version, deed]);
    if (keyed.current.body !== body) keyed.current = { body, key: newKey() };
    setTrouble(null);
    let after: OfficerCaseView;
    try {
      after = await decide(id, version, deed, keyed.current.key);
    } catch (error) {
      setTrouble(error);
      return;
    }
    await onDone(after, deed);
  }

  return { trouble, send, forget: () => setTrouble(null) };
}
