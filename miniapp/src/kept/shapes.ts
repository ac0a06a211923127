/** Enough of a look at what lay in the phone's storage to use it: our own writing, under a key of this shape. */

export function hasText<Key extends string>(value: unknown, ...keys: readonly Key[]): value is Record<Key, string> {
  if (typeof value !== 'object' || value === null) return false;
  const fields = new Map<string, unknown>(Object.entries(value));
  return keys.every((key) => typeof fields.get(key) === 'string');
}

export function isListOf<T>(isOne: (value: unknown) => value is T): (value: unknown) => value is readonly T[] {
  return (value): value is readonly T[] => Array.isArray(value) && value.every(isOne);
}
