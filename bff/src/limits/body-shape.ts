/** Names that reach what every object inherits: class-transformer would construct what it finds there. */
const inherited: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * Whether nothing of ours has that shape: lists and objects in one another more than `limit` times, or a field named
 * like what objects inherit. Without recursion, as what is asked may be deep.
 */
export function isMalformed(value: unknown, limit: number): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > limit || level.some(hasInheritedName)) return true;
    level = level.flatMap(partsOf);
  }
  return false;
}

function hasInheritedName(value: unknown): boolean {
  return (
    isContainer(value) && !Array.isArray(value) && Object.getOwnPropertyNames(value).some((name) => inherited.has(name))
  );
}

function partsOf(value: unknown): unknown[] {
  if (Array.isArray(value)) return value.filter(isContainer);
  return isContainer(value) ? Object.values(value).filter(isContainer) : [];
}

/** JSON and queries: what a parser made, not streams and buffers. */
function isContainer(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return Array.isArray(value) || prototype === Object.prototype || prototype === null || isNullPrototyped(prototype);
}

/** Fastify's query parser makes objects of a class without a prototype. */
function isNullPrototyped(prototype: unknown): boolean {
  return typeof prototype === 'object' && prototype !== null && Object.getPrototypeOf(prototype) === null;
}
