/** Where the case stands, in big type, and what comes next. */
import { View } from '@tarojs/components';
import type { CaseView } from '@yiban/shared-types/cases';
import { Card } from '../ui/card';
import { Paragraph } from '../ui/paragraph';
import { Row } from '../ui/row';
import { dueWords, statusMark, statusWords } from '../wording/case-status';
import { shownInstant } from '../wording/dates';
import './standing.scss';

export function Standing({ view }: { view: CaseView }) {
  const due = dueWords(view);
  const { by, number, submittedAt } = view;
  return (
    <>
      <Card>
        <View className={`standing is-${statusMark(view.status).tone}`} ariaRole="status">
          {statusWords(view.status)}
        </View>
        <Paragraph>{view.next}</Paragraph>
        {due !== null && <Paragraph soft>{due}</Paragraph>}
        {due !== null && view.dueProvisional && (
          <Paragraph small soft>
            这个日期跨到还没公布放假安排的年份，公布后可能有变动。
          </Paragraph>
        )}
      </Card>
      <Card flush>
        <Row title="办给谁" value={by.proxy ? `${view.for.name}（${by.name}代办）` : view.for.name} />
        {number !== null && <Row title="办件编号" value={number} />}
        {submittedAt !== null && <Row title="提交时间" value={shownInstant(submittedAt)} />}
      </Card>
    </>
  );
}
