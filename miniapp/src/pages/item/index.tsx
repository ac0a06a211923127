import type { ItemSummary } from '@yiban/shared-types/catalogue';
import { itemPageOf, itemsOf } from '../../catalogue/item-lists';
import { ItemDetails } from '../../item/item-details';
import { ForFamily, StartButton, StartNotice, hasStartButton, startKind } from '../../item/start';
import { useKept } from '../../kept/kept';
import { LoadProblem } from '../../kept/load-problem';
import { goHome } from '../../navigation/open-page';
import { usePageParameter } from '../../navigation/page-parameter';
import { useRegionCode } from '../../region/regions';
import { usePerson } from '../../session/session';
import { Empty } from '../../ui/empty';
import { Page } from '../../ui/page';
import { Paragraph } from '../../ui/paragraph';
import { Skeleton } from '../../ui/skeleton';

/** Everything about one item of one region, and the way to begin. */
export default function Item() {
  const id = usePageParameter('id');
  const asked = usePageParameter('region');
  const known = useRegionCode();
  const region = asked === '' ? known : asked;
  if (id === '' || region === null) {
    return (
      <Page title="事项说明">
        <Empty
          icon="home"
          title="不知道要看哪一项"
          detail="请回首页，搜一搜您要办的事。"
          action={{ label: '回首页', onPress: goHome }}
        />
      </Page>
    );
  }
  return <KnownItem id={id} region={region} />;
}

function KnownItem({ id, region }: { id: string; region: string }) {
  const person = usePerson();
  const store = itemPageOf(region, id);
  const { value: page, problem } = useKept(store);
  if (page === null) {
    const summary =
      itemsOf(region)
        .state()
        .value?.find((item) => item.id === id) ?? null;
    return <ItemBeforePage summary={summary} problem={problem} onRetry={store.refresh} />;
  }
  const kind = startKind(page, person);
  return (
    <Page
      title={page.name}
      lead={page.summary}
      actions={hasStartButton(kind) ? <StartButton page={page} kind={kind} /> : undefined}
    >
      <LoadProblem problem={problem} onRetry={store.refresh} stale />
      <StartNotice page={page} person={person} kind={kind} />
      <ForFamily page={page} kind={kind} />
      <ItemDetails page={page} />
    </Page>
  );
}

interface ItemBeforePageProps {
  summary: ItemSummary | null;
  problem: unknown;
  onRetry: () => Promise<void>;
}

/** What the list already told, until the page itself is there. */
function ItemBeforePage({ summary, problem, onRetry }: ItemBeforePageProps) {
  return (
    <Page title={summary?.name ?? '事项说明'} lead={summary?.summary}>
      {problem === null ? <Skeleton rows={5} what="事项说明" /> : <LoadProblem problem={problem} onRetry={onRetry} />}
      {problem !== null && <Paragraph soft>也可以拨打上面的电话，或到医保窗口问。</Paragraph>}
    </Page>
  );
}
