import type { RegionRatings } from '@yiban/shared-types/ratings';
import { useKept } from '../../../kept/kept';
import { LoadProblem } from '../../../kept/load-problem';
import { RatingsCard } from '../../../ratings/ratings-card';
import { ratingsOf } from '../../../ratings/region-ratings';
import { useAskedRegion } from '../../../region/asked-region';
import { NoRegion } from '../../../region/no-region';
import { Card } from '../../../ui/card';
import { Page } from '../../../ui/page';
import { Paragraph } from '../../../ui/paragraph';
import { Skeleton } from '../../../ui/skeleton';
import { shownDate, shownInstant } from '../../../wording/dates';

/** How people rate every item of a region, open to everyone. */
export default function Ratings() {
  const region = useAskedRegion();
  return (
    <Page
      title="大家的评价"
      lead="办完一件事，本人可以评一次。不满意的，由没有办过这件事的工作人员整改，结果告诉本人。"
    >
      {region === null ? <NoRegion what="评价" /> : <RatingsIn region={region} />}
    </Page>
  );
}

function RatingsIn({ region }: { region: string }) {
  const store = ratingsOf(region);
  const { value, problem } = useKept(store);
  if (value === null) {
    return problem === null ? (
      <Skeleton rows={4} what="评价" />
    ) : (
      <LoadProblem problem={problem} onRetry={store.refresh} />
    );
  }
  return (
    <>
      <LoadProblem problem={problem} onRetry={store.refresh} stale />
      <Figures ratings={value} />
    </>
  );
}

function Figures({ ratings: { regionName, from, countedAt, items } }: { ratings: RegionRatings }) {
  const rated = items.filter((one) => one.ratings > 0);
  const unrated = items.filter((one) => one.ratings === 0);
  return (
    <>
      <Paragraph soft>
        {regionName}，{shownDate(from)}到现在，{shownInstant(countedAt)}统计。
      </Paragraph>
      {rated.map((one) => (
        <RatingsCard key={one.item} figures={one} />
      ))}
      {unrated.length > 0 && (
        <Card title="还没有人评价的">
          <Paragraph>{unrated.map(({ itemName }) => itemName).join('、')}</Paragraph>
        </Card>
      )}
    </>
  );
}
