/** What the person was told about a photo and keeps it all the same: not asked twice, for as long as the app runs. */
import type { FileFinding } from '@yiban/shared-types/cases';

const insisted = new Map<string, ReadonlySet<FileFinding>>();

export function insistOn(upload: string, findings: readonly FileFinding[]): void {
  insisted.set(upload, new Set([...(insisted.get(upload) ?? []), ...findings]));
}

export function isInsistedOn(upload: string, finding: FileFinding): boolean {
  return insisted.get(upload)?.has(finding) === true;
}
