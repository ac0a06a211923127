/** One measured figure. `met` is null where there is no goal. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly goal: string | null;
  readonly met: boolean | null;
}

/** What a set is given: how much to measure, and where to tell how far it is. */
export interface BenchOptions {
  /** A smaller sample while developing; the figures that count are those without it. */
  readonly sample: number | null;
  readonly say: (line: string) => void;
}

export type BenchSet = (options: BenchOptions) => Promise<readonly Figure[]>;

export const withoutGoal = (name: string, value: number, unit: string): Figure => ({
  name,
  value: rounded(value),
  unit,
  goal: null,
  met: null,
});

export const atLeast = (name: string, value: number, unit: string, goal: number): Figure => ({
  name,
  value: rounded(value),
  unit,
  goal: `≥ ${goal}`,
  met: value >= goal,
});

export const atMost = (name: string, value: number, unit: string, goal: number): Figure => ({
  name,
  value: rounded(value),
  unit,
  goal: `≤ ${goal}`,
  met: value <= goal,
});

const rounded = (value: number): number => Number(value.toPrecision(4));
