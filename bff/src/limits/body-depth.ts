/** Whether lists and objects stand in one another more than `limit` times; without recursion, as what is asked may be deep. */
export function isDeeperThan(value: unknown, limit: number): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > limit) return true;
    level = level.flatMap(partsOf);
  }
  return false;
}

function partsOf(value: unknown): unknown[] {
  if (Array.isArray(value)) return value.filter(isContainer);
  return isContainer(value) ? Object.values(value).filter(isContainer) : [];
}

/** JSON only: what a parser made, not streams and buffers. */
function isContainer(value: unknown): value is object {
  return (
    typeof value === 'object' &&
    value !== null &&
    (Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype)
  );
}
