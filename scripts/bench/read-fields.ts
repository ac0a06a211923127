/** Compares what was read with what stands on the paper. */
import type { PaperContent } from '@yiban/shared-types/reading';

/** `missed`: not found, and not marked either. */
export type Verdict = 'right' | 'unsure' | 'wrong' | 'missed';

export interface JudgedField {
  readonly name: string;
  readonly verdict: Verdict;
  /** Right, whether marked or not. */
  readonly equal: boolean;
  readonly read: unknown;
  readonly truth: string | number;
}

export function judged(
  content: PaperContent,
  fields: Readonly<Record<string, string | number>>,
): readonly JudgedField[] {
  const read: ReadonlyMap<string, unknown> = new Map(Object.entries(content));
  return Object.entries(fields).map(([name, truth]) => {
    const { value, confidence } = fieldOf(read.get(name));
    const equal = value === truth;
    const verdict = value === undefined ? 'missed' : confidence === 'unsure' ? 'unsure' : equal ? 'right' : 'wrong';
    return { name, verdict, equal, read: value, truth };
  });
}

function fieldOf(field: unknown): { readonly value?: unknown; readonly confidence?: unknown } {
  return typeof field === 'object' && field !== null ? field : {};
}
