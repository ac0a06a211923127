import type { ValueTransformer } from 'typeorm';

/** True and false as 1 and 0, which both databases have. */
export const flag: ValueTransformer = {
  to: (value: boolean) => (value ? 1 : 0),
  from: (value: number | boolean) => Boolean(value),
};
