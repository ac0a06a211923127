/** What the person can do now, from their enrolments and open cases, each with its reason; the likeliest few first. */
import { useState } from 'react';
import type { SuggestionsView } from '@yiban/shared-types/suggestions';
import { suggestions } from '../api/me';
import { kept, useKept } from '../kept/kept';
import { LoadProblem } from '../kept/load-problem';
import { hasText } from '../kept/shapes';
import { openItem } from '../navigation/open-page';
import { Card } from '../ui/card';
import { Row } from '../ui/row';
import { Skeleton } from '../ui/skeleton';

const FIRST = 3;

/** The reasons tell of a person's life: they do not lie on the phone. */
const ownSuggestions = kept<SuggestionsView>({
  name: null,
  fetch: suggestions,
  isValue: (value): value is SuggestionsView => hasText(value, 'source', 'asOf'),
  personal: true,
});

export function Suggestions({ region }: { region: string }) {
  const { value, problem } = useKept(ownSuggestions);
  const [all, setAll] = useState(false);
  if (value === null) {
    return problem === null ? (
      <Skeleton rows={FIRST} what="您现在能办的事" />
    ) : (
      <LoadProblem problem={problem} onRetry={ownSuggestions.refresh} />
    );
  }
  const list = value.suggestions;
  if (list.length === 0) return null;
  const shown = all ? list : list.slice(0, FIRST);
  return (
    <Card flush title="您现在可以办">
      {shown.map(({ item, because }) => (
        <Row key={item.id} title={item.name} detail={because} onPress={() => openItem(item.id, region)} />
      ))}
      {shown.length < list.length && (
        <Row icon="plus" title={`再看 ${list.length - shown.length} 项`} onPress={() => setAll(true)} />
      )}
    </Card>
  );
}
