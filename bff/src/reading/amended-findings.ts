import type { FileFinding } from '@yiban/shared-types/cases';
import type { PaperReading } from '@yiban/shared-types/reading';

/**
 * The findings of the photo check, in the light of what could be read: print that was read plainly is not blurred, and a
 * bank card may be dark by itself. (Any other paper is white: a dark photo of it is for nobody's eyes, readable or not.)
 */
export function amendedFindings(
  found: readonly FileFinding[],
  { content, legible, findings }: Pick<PaperReading, 'content' | 'legible' | 'findings'>,
): readonly FileFinding[] {
  const disproved = (finding: FileFinding): boolean =>
    legible && (finding === 'blurred' || (finding === 'dark' && content.kind === 'bank-card'));
  return [...new Set([...found.filter((finding) => !disproved(finding)), ...findings])];
}
