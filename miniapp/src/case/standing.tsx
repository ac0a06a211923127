/** Where the case stands, in big type, what comes next, and until when. */
import { View } from '@tarojs/components';
import type { CaseView } from '@yiban/shared-types/cases';
import { Card } from '../ui/card';
import { Paragraph } from '../ui/paragraph';
import { Row } from '../ui/row';
import { isOver, statusMark, statusWords } from '../wording/case-status';
import { shownDate, shownInstant } from '../wording/dates';
import './standing.scss';

export function Standing({ view }: { view: CaseView }) {
  const { by, number, submittedAt } = view;
  return (
    <>
      <Card>
        <View className={`standing is-${statusMark(view.status).tone}`} ariaRole="status">
          {statusWords(view.status)}
        </View>
        <Paragraph>{view.next}</Paragraph>
      </Card>
      <Card flush>
        <DueDate view={view} />
        <Row title="办给谁" value={view.for.name} />
        {by.proxy && <Row title="谁代办" value={`由 ${by.name} 代办`} />}
        {number !== null && <Row title="办件编号" value={number} />}
        {submittedAt !== null && <Row title="提交时间" value={shownInstant(submittedAt)} />}
      </Card>
    </>
  );
}

/** Some items have no term in a region: then there is none after acceptance either. */
function undated(status: CaseView['status']): string {
  return status === 'submitted' ? '受理后开始算' : '这件事没有规定期限';
}

/** The day by which it has to be done, whether the days count now, and whether the day may still change. */
function DueDate({ view }: { view: CaseView }) {
  const { status, dueAt, dueProvisional, clock } = view;
  if (isOver(status) || status === 'draft') return null;
  const stopped = clock === 'stopped';
  if (dueAt === null) {
    return <Row title="最晚哪天办完" value={stopped ? '补齐材料后再算' : undated(status)} />;
  }
  return (
    <Row
      title="最晚哪天办完"
      detail={dueProvisional ? '暂定：那一年的放假安排还没公布，公布后可能变。' : '只算工作日'}
      value={shownDate(dueAt)}
      mark={stopped ? { words: '暂停计时', tone: 'warn' } : { words: '计时中', tone: 'accent' }}
    />
  );
}
