/** Grants: what this region grants of its own accord; where it is one item, its form at once. */
import { useState } from 'react';
import type { ItemSummary } from '@yiban/shared-types/catalogue';
import { Desk } from '../agency/desk';
import { useOfficer } from '../agency/officer-session';
import { backToQueue } from '../agency/ways';
import { itemPageOf, itemsOf } from '../catalogue/item-lists';
import { useKept } from '../kept/kept';
import { LoadProblem } from '../kept/load-problem';
import { Card } from '../ui/card';
import { Empty } from '../ui/empty';
import { Row } from '../ui/row';
import { Skeleton } from '../ui/skeleton';
import { GrantForm } from './grant-form';
import { mayStart } from './may-start';

export function Grants() {
  const officer = useOfficer();
  return (
    <Desk title="主动给付" onBack={{ words: '队列', go: backToQueue }}>
      {officer !== null &&
        (mayStart(officer) ? (
          <RegionGrants region={officer.region} />
        ) : (
          <Empty icon="info" title="您的岗位不能建立办件" detail="由窗口或初审人员建立，建好后会排进待办队列。" />
        ))}
    </Desk>
  );
}

function RegionGrants({ region }: { region: string }) {
  const store = itemsOf(region);
  const { value, problem } = useKept(store);
  const [chosen, setChosen] = useState<string | null>(null);
  if (value === null) {
    return problem === null ? (
      <Skeleton rows={4} what="事项" />
    ) : (
      <LoadProblem problem={problem} onRetry={store.refresh} />
    );
  }
  const granted = value.filter(isGranted);
  const only = granted.length === 1 ? granted[0] : granted.find(({ id }) => id === chosen);
  if (only !== undefined) return <ChosenGrant region={region} id={only.id} />;
  if (granted.length === 0)
    return <Empty icon="info" title="这个地区没有主动给付的事项" detail="清单里列了的地区才有。" />;
  return (
    <Card flush title="选一项">
      {granted.map(({ id, name, summary }) => (
        <Row key={id} title={name} detail={summary} onPress={() => setChosen(id)} />
      ))}
    </Card>
  );
}

function ChosenGrant({ region, id }: { region: string; id: string }) {
  const store = itemPageOf(region, id);
  const { value, problem } = useKept(store);
  if (value !== null) return <GrantForm item={value} />;
  return problem === null ? (
    <Skeleton rows={6} what="事项" />
  ) : (
    <LoadProblem problem={problem} onRetry={store.refresh} />
  );
}

/** Proactive and for a person: what is published for everyone is only read. */
function isGranted({ mode, applicants }: ItemSummary): boolean {
  return mode === 'proactive' && applicants.includes('person');
}
