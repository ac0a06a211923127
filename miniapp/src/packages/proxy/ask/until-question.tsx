/** Until when: a few ways to say it, none later than the region allows. */
import { useState } from 'react';
import { today } from '../../../filing/today';
import { termsOf } from '../../../grants/terms';
import { useKept } from '../../../kept/kept';
import { LoadProblem } from '../../../kept/load-problem';
import { ChoiceField } from '../../../ui/choice-field';
import type { Choice } from '../../../ui/choice-field';
import { DateField } from '../../../ui/date-field';
import { Skeleton } from '../../../ui/skeleton';
import { shownDate } from '../../../wording/dates';
import { periodsFrom } from './periods';
import type { Period } from './periods';
import type { QuestionProps } from './question';

export function UntilQuestion({ request: { until }, region, error, onChange }: QuestionProps) {
  const now = today();
  const store = termsOf(region);
  const { value: terms, problem } = useKept(store);
  const [picking, setPicking] = useState(false);
  if (terms === null) {
    return problem === null ? (
      <Skeleton rows={4} what="委托期限" />
    ) : (
      <LoadProblem problem={problem} onRetry={store.refresh} />
    );
  }
  const periods = periodsFrom(now, terms.latest);
  const standing = picking ? undefined : periods.find((one) => one.until === until);
  const chosen: Period | null = picking || (until !== '' && standing === undefined) ? 'day' : (standing?.value ?? null);
  const options: readonly Choice<Period>[] = [
    ...periods.map((one) => ({ value: one.value, label: `${one.label}，到 ${shownDate(one.until)}` })),
    { value: 'day', label: '自己选一天' },
  ];
  return (
    <>
      <ChoiceField
        label="多久"
        hint="到了那天，委托自己就停了。中间随时可以撤回。"
        options={options}
        value={chosen}
        error={chosen === 'day' ? undefined : error}
        onChange={(period) => {
          setPicking(period === 'day');
          onChange({ until: periods.find(({ value }) => value === period)?.until ?? '' });
        }}
      />
      {chosen === 'day' && (
        <DateField
          label="委托到哪天"
          hint={`最晚 ${shownDate(terms.latest)}`}
          value={until}
          min={now}
          max={terms.latest}
          error={error}
          onChange={(day) => {
            setPicking(true);
            onChange({ until: day });
          }}
        />
      )}
    </>
  );
}
