import { itemsOf } from '../../catalogue/item-lists';
import { ItemRow } from '../../catalogue/item-row';
import { itemsForEvent } from '../../catalogue/life-events';
import { useKept } from '../../kept/kept';
import { LoadProblem } from '../../kept/load-problem';
import { goHome } from '../../navigation/open-page';
import { usePageParameter } from '../../navigation/page-parameter';
import { useRegionCode } from '../../region/regions';
import { Card } from '../../ui/card';
import { Empty } from '../../ui/empty';
import { Page } from '../../ui/page';
import { Skeleton } from '../../ui/skeleton';

/** Items of one life event, or of one group. */
export default function Items() {
  const event = usePageParameter('event');
  const group = usePageParameter('group');
  const region = useRegionCode();
  const lead = event === '' ? undefined : '下面是可能用得上的，点开看要什么、要多久。';
  return (
    <Page title={event || group || '能办的事'} lead={lead}>
      {region === null ? (
        <Empty
          icon="home"
          title="还不知道您在哪里参保"
          detail="请回首页扫医保电子凭证，或者先选参保地。"
          action={{ label: '回首页', onPress: goHome }}
        />
      ) : (
        <ItemList region={region} event={event} group={group} />
      )}
    </Page>
  );
}

function ItemList({ region, event, group }: { region: string; event: string; group: string }) {
  const list = itemsOf(region);
  const { value, problem } = useKept(list);
  if (value === null) {
    return problem === null ? (
      <Skeleton rows={5} what="事项" />
    ) : (
      <LoadProblem problem={problem} onRetry={list.refresh} />
    );
  }
  const shown = (event === '' ? value : itemsForEvent(value, event)).filter(
    (item) => group === '' || item.group === group,
  );
  if (shown.length === 0) {
    return (
      <Empty icon="home" title="这里没有事项" detail="请回首页搜一搜。" action={{ label: '回首页', onPress: goHome }} />
    );
  }
  return (
    <Card flush>
      {shown.map((item) => (
        <ItemRow key={item.id} item={item} region={region} />
      ))}
    </Card>
  );
}
