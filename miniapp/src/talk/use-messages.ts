/** What was said about a case, read when the page is shown; a write's answer takes its place. */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { ConversationMessage } from '@yiban/shared-types/cases';

type Messages = readonly ConversationMessage[];

interface MessagesState {
  /** Null until they were read once. */
  readonly messages: Messages | null;
  /** Why the last reading failed; what was read before stays. */
  readonly problem: unknown;
}

export function useMessages(fetchMessages: (id: string) => Promise<Messages>, id: string) {
  const [state, setState] = useState<MessagesState>({ messages: null, problem: null });
  const known = useRef<Messages | null>(null);

  const load = useCallback(async () => {
    const next = await read(() => fetchMessages(id), known.current);
    known.current = next.messages;
    setState(next);
  }, [fetchMessages, id]);
  useEffect(() => void load(), [load]);

  function replace(messages: Messages) {
    known.current = messages;
    setState({ messages, problem: null });
  }
  return { ...state, load, replace };
}

async function read(fetchMessages: () => Promise<Messages>, known: Messages | null): Promise<MessagesState> {
  try {
    return { messages: await fetchMessages(), problem: null };
  } catch (problem) {
    return { messages: known, problem };
  }
}
