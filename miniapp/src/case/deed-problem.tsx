/** What kept a deed from being done, where it was pressed. */
import { explained } from '../api/problem';
import { Notice } from '../ui/notice';

export function DeedProblem({ problem }: { problem: unknown }) {
  if (problem === null) return null;
  return <Notice tone="error" {...explained(problem)} />;
}
