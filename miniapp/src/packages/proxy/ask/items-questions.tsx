/** Which items: the one that one came for, several, or all. */
import { ChoicesField } from '../../../filing/choices-field';
import { termsOf } from '../../../grants/terms';
import { useKept } from '../../../kept/kept';
import { LoadProblem } from '../../../kept/load-problem';
import { ChoiceField } from '../../../ui/choice-field';
import { Skeleton } from '../../../ui/skeleton';
import type { QuestionProps } from './question';
import type { Scope } from './request';

export function ScopeQuestion({ request, item, region, error, onChange }: QuestionProps) {
  const { value } = useKept(termsOf(region));
  const name = value?.items.find(({ id }) => id === item)?.name;
  const options = [
    ...(name === undefined ? [] : [{ value: 'one' as const, label: `只办这一件：${name}` }]),
    { value: 'some' as const, label: '自己选几件' },
    { value: 'all' as const, label: '所有能代办的事', hint: '以后办别的，不用再委托一次' },
  ] satisfies readonly { value: Scope; label: string; hint?: string }[];
  return (
    <ChoiceField
      label="委托的事"
      options={options}
      value={request.scope}
      error={error}
      onChange={(scope) => onChange({ scope })}
    />
  );
}

export function ItemsQuestion({ request, region, error, onChange }: QuestionProps) {
  const terms = termsOf(region);
  const { value, problem } = useKept(terms);
  if (value === null) {
    return problem === null ? (
      <Skeleton rows={5} what="事项" />
    ) : (
      <LoadProblem problem={problem} onRetry={terms.refresh} />
    );
  }
  return (
    <ChoicesField
      label="可以选几件"
      options={value.items.map(({ id, name }) => ({ value: id, label: name }))}
      value={request.items}
      error={error}
      onChange={(items) => onChange({ items })}
    />
  );
}
