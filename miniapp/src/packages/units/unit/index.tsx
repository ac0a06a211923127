import { useState } from 'react';
import type { UnitView } from '@yiban/shared-types/units';
import { itemPage } from '../../../api/catalogue';
import { leaveUnit } from '../../../api/units';
import { explained } from '../../../api/problem';
import { itemsOf } from '../../../catalogue/item-lists';
import { useKept } from '../../../kept/kept';
import { LoadProblem } from '../../../kept/load-problem';
import { openFilingFor, openQuery } from '../../../navigation/open-page';
import { usePageParameter } from '../../../navigation/page-parameter';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { Confirm } from '../../../ui/confirm';
import { leavePage } from '../../../ui/leave-page';
import { Notice } from '../../../ui/notice';
import { Page } from '../../../ui/page';
import { Row } from '../../../ui/row';
import { Skeleton } from '../../../ui/skeleton';
import { myUnits } from '../../../units/my-units';

/** One unit: what can be filed for it, and ending to act for it. */
export default function Unit() {
  const id = usePageParameter('id');
  const { value, problem } = useKept(myUnits);
  const unit = value?.find((one) => one.id === id);
  if (unit !== undefined) return <KnownUnit unit={unit} />;
  return (
    <Page title="单位">
      {problem === null ? (
        <Skeleton rows={4} what="这个单位" />
      ) : (
        <LoadProblem problem={problem} onRetry={myUnits.refresh} />
      )}
    </Page>
  );
}

function KnownUnit({ unit }: { unit: UnitView }) {
  const store = itemsOf(unit.region);
  const { value: items, problem } = useKept(store);
  const [leaving, setLeaving] = useState(false);
  const [trouble, setTrouble] = useState<{ title: string; detail: string }>();
  const filed = items?.filter(
    ({ applicants, mode }) =>
      mode === 'on-application' && applicants.some((kind) => kind === 'unit' || kind === 'institution'),
  );

  /** An item without a form is looked up. */
  async function begin(item: string) {
    setTrouble(undefined);
    try {
      const { form } = await itemPage(unit.region, item);
      if (form === null) openQuery('unit');
      else openFilingFor(unit.id, item, unit.region);
    } catch (error) {
      setTrouble(explained(error));
    }
  }

  async function leave() {
    try {
      await leaveUnit(unit.id);
      await myUnits.refresh();
      leavePage();
    } catch (error) {
      setLeaving(false);
      setTrouble(explained(error));
    }
  }

  return (
    <Page title={unit.name} lead={unit.creditCode}>
      {!unit.confirmed && (
        <Notice tone="info" title="授权书还没有核对" detail="现在就可以办，经办人员受理第一件时核对授权书。" />
      )}
      {trouble && <Notice tone="error" title={trouble.title} detail={trouble.detail} />}
      <LoadProblem problem={problem} onRetry={store.refresh} stale={items !== null} />
      {filed !== undefined && (
        <Card flush title="替它办什么？">
          {filed.map(({ id, name, summary }) => (
            <Row key={id} title={name} detail={summary} onPress={() => void begin(id)} />
          ))}
        </Card>
      )}
      <Button kind="quiet" onPress={() => setLeaving(true)}>
        不再代表这个单位
      </Button>
      <Confirm
        open={leaving}
        title="不再代表这个单位？"
        confirm="不再代表"
        danger
        onConfirm={leave}
        onCancel={() => setLeaving(false)}
      >
        以后看不到它的办件，也不能替它办。已经提交的照常办理。
      </Confirm>
    </Page>
  );
}
