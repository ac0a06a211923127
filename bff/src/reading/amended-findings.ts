import type { FileFinding } from '@yiban/shared-types/cases';
import type { PaperReading } from '@yiban/shared-types/reading';

/** What may look wrong with a photo although every word on it was read: a bank card is dark, thin print looks soft. */
const disproved: ReadonlySet<FileFinding> = new Set(['dark', 'blurred']);

/** The findings of the photo check, in the light of what the reader could read. */
export function amendedFindings(
  found: readonly FileFinding[],
  { legible, findings }: Pick<PaperReading, 'legible' | 'findings'>,
): readonly FileFinding[] {
  const standing = found.filter((finding) => !(legible && disproved.has(finding)));
  return [...new Set([...standing, ...findings])];
}
