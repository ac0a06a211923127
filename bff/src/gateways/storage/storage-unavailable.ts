/** Storage gave no answer in time; what was asked may be asked again. Names the deed and the fault, no key and no bytes. */
export class StorageUnavailable extends Error {
  override readonly name = 'StorageUnavailable';

  constructor(deed: string, cause: unknown) {
    super(`storage: ${deed} failed (${reasonOf(cause)})`, { cause });
  }
}

function reasonOf(cause: unknown): string {
  if (cause instanceof Error && 'code' in cause && typeof cause.code === 'string') return cause.code;
  return cause instanceof Error ? cause.name : typeof cause;
}
