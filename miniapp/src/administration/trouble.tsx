/** Trouble: what went wrong with what was sent, with every single fault. */
import { ApiProblem, explained } from '../api/problem';
import { Notice } from '../ui/notice';
import { Paragraph } from '../ui/paragraph';

export function Trouble({ error }: { error: unknown }) {
  if (error === null) return null;
  const faults = error instanceof ApiProblem ? (error.problem.errors ?? []) : [];
  return (
    <Notice tone="error" {...explained(error)}>
      {faults.length > 0 && faults.map(({ message }) => <Paragraph key={message}>· {message}</Paragraph>)}
    </Notice>
  );
}
