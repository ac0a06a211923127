/** Injection token of the logger (pino). What is logged holds no personal data: names of errors, routes, codes, counts. */
export const LOGGER = Symbol('logger');

/** Name and place of a fault. Messages of drivers can hold the values of a query, so they stay out. */
export function causeOf(thrown: unknown): { name: string; at: string | undefined; driver: string | undefined } {
  if (!(thrown instanceof Error)) return { name: typeof thrown, at: undefined, driver: undefined };
  const driver = 'code' in thrown && typeof thrown.code === 'string' ? thrown.code : undefined;
  const place = thrown.stack?.split('\n').find((line) => line.includes('/dist/'));
  return { name: thrown.name, at: place?.trim(), driver };
}
