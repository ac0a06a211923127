/** One public notice (公示): whom it is about, from when to when, and how to object while it runs. */
import type { PublicNoticeView } from '@yiban/shared-types/public-notices';
import { Card } from '../ui/card';
import { Row } from '../ui/row';
import { shownDate } from '../wording/dates';

export function NoticeCard({ notice }: { notice: PublicNoticeView }) {
  const { subject, itemName, agency, from, until, running, objections } = notice;
  return (
    <Card flush title={subject}>
      <Row
        title={itemName}
        mark={running ? { words: '正在公示', tone: 'accent' } : { words: '公示结束', tone: 'plain' }}
      />
      <Row title="公示时间" value={`${shownDate(from)} 到 ${shownDate(until)}`} />
      <Row title="公示机构" value={agency} />
      {running && <Row title="有意见怎么提" detail={objections} />}
    </Card>
  );
}
