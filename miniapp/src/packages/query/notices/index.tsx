import type { PublicNoticePage, PublicNoticeView } from '@yiban/shared-types/public-notices';
import { publicNotices } from '../../../api/catalogue';
import { kept, keptByKey } from '../../../kept/kept';
import { LoadProblem } from '../../../kept/load-problem';
import { useOlderPages } from '../../../kept/older-pages';
import { hasText, isListOf } from '../../../kept/shapes';
import { goHome } from '../../../navigation/open-page';
import { NoticeCard } from '../../../public-notices/notice-card';
import { useAskedRegion } from '../../../region/asked-region';
import { NoRegion } from '../../../region/no-region';
import { Button } from '../../../ui/button';
import { Empty } from '../../../ui/empty';
import { Page } from '../../../ui/page';
import { Skeleton } from '../../../ui/skeleton';

const isNoticeList = isListOf((value): value is PublicNoticeView => hasText(value, 'id', 'subject', 'until'));

const noticesOf = keptByKey((region) =>
  kept<PublicNoticePage>({
    name: `public-notices.${region}`,
    fetch: () => publicNotices(region),
    isValue: (value): value is PublicNoticePage =>
      typeof value === 'object' && value !== null && 'items' in value && isNoticeList(value.items),
  }),
);

/** Public notices of a region, open to everyone: who was assessed, until when objections are taken, and how. */
export default function PublicNotices() {
  const region = useAskedRegion();
  return (
    <Page title="公示" lead="医药机构申请医保定点，评估结果先给大家看；有不同意见，公示期内都可以提。">
      {region === null ? <NoRegion what="公示" /> : <NoticesOf region={region} />}
    </Page>
  );
}

function NoticesOf({ region }: { region: string }) {
  const store = noticesOf(region);
  const { list, problem, olderProblem, hasMore, loadMore } = useOlderPages(store, (cursor) =>
    publicNotices(region, cursor),
  );
  if (list === null) {
    return problem === null ? (
      <Skeleton rows={4} what="公示" />
    ) : (
      <LoadProblem problem={problem} onRetry={store.refresh} />
    );
  }
  return (
    <>
      <LoadProblem problem={problem} onRetry={store.refresh} stale />
      {list.length === 0 && (
        <Empty
          icon="info"
          title="现在没有公示"
          detail="有医药机构申请定点、通过评估以后，会在这里公示。"
          action={{ label: '回首页', onPress: goHome }}
        />
      )}
      {list.map((notice) => (
        <NoticeCard key={notice.id} notice={notice} />
      ))}
      <LoadProblem problem={olderProblem} onRetry={loadMore} />
      {hasMore && olderProblem === null && (
        <Button kind="secondary" busyLabel="正在取更早的…" onPress={loadMore}>
          看更早的
        </Button>
      )}
    </>
  );
}
