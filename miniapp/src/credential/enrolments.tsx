/** What the platform says of the person now, with its source and time. Where it is away the rest goes on. */
import type { EnrolmentsView, EnrolmentView } from '@yiban/shared-types/session';
import { enrolments } from '../api/me';
import { kept, useKept } from '../kept/kept';
import { LoadProblem } from '../kept/load-problem';
import { hasText } from '../kept/shapes';
import { Card } from '../ui/card';
import { Paragraph } from '../ui/paragraph';
import { Row } from '../ui/row';
import type { RowMark } from '../ui/row';
import { Skeleton } from '../ui/skeleton';
import { shownDate, shownInstant } from '../wording/dates';

const ownEnrolments = kept<EnrolmentsView>({
  name: null,
  fetch: enrolments,
  isValue: (value): value is EnrolmentsView => hasText(value, 'source', 'asOf'),
  personal: true,
});

export function Enrolments() {
  const { value, problem } = useKept(ownEnrolments);
  return (
    <>
      {value === null && problem === null && <Skeleton rows={2} what="您的参保状态" />}
      <LoadProblem problem={problem} onRetry={ownEnrolments.refresh} stale={value !== null} />
      {value?.enrolments.length === 0 && <Paragraph>平台上没有查到您的参保记录，请打上面的电话问一问。</Paragraph>}
      {value?.enrolments.map((one) => (
        <Card key={one.insurance} flush title={one.insuranceName}>
          <Row title="参保状态" mark={statusMark(one)} />
          <Row title="人员类别" value={one.personType} />
          {one.employer !== null && <Row title="单位" value={one.employer} />}
          {one.since !== null && <Row title="参保开始" value={shownDate(one.since)} />}
        </Card>
      ))}
      {value !== null && (
        <Paragraph small soft>
          来源：{value.source}，{shownInstant(value.asOf)} 查到。
        </Paragraph>
      )}
    </>
  );
}

function statusMark({ status, statusName }: EnrolmentView): RowMark {
  return { words: statusName, tone: status === 'active' ? 'good' : 'warn' };
}
