/** LegsCard: the steps between two agencies, each with whose it is, its own date and what came with it. */
import type { CaseLegView } from '@yiban/shared-types/cases';
import { Card } from '../ui/card';
import { Row } from '../ui/row';
import type { RowMark } from '../ui/row';
import { shownDate } from '../wording/dates';

export function LegsCard({ legs }: { legs: readonly CaseLegView[] }) {
  if (legs.length === 0) return null;
  return (
    <Card flush title="两地办理进度">
      {legs.map((leg, index) => (
        <Row
          key={leg.id}
          title={`${index + 1}. ${leg.name}`}
          detail={[legWords(leg), ...leg.details.map(({ term, shown }) => `${term}：${shown}`)].join('；')}
          mark={legMark(leg)}
        />
      ))}
    </Card>
  );
}

/** 「原参保地办理，最晚 12月9日（10 个工作日）」 */
export function legWords({ by, workingDays, dueAt, expectedAt, dueProvisional, doneOn }: CaseLegView): string {
  const who = by === 'own' ? '这边办理' : '原参保地办理';
  if (doneOn !== null) return `${who}，${shownDate(doneOn)} 办好`;
  const day = dueAt ?? expectedAt;
  const latest = day === null ? '' : `，最晚 ${shownDate(day)}${dueProvisional ? '（暂定）' : ''}`;
  return `${who}${latest}，${dueAt === null ? '上一步办好后 ' : ''}${workingDays} 个工作日${dueAt === null ? '内' : ''}`;
}

function legMark({ startedOn, doneOn, late }: CaseLegView): RowMark {
  if (doneOn !== null) return { words: '办好了', tone: 'good' };
  if (late) return { words: '已超期', tone: 'danger' };
  return startedOn === null ? { words: '还没轮到', tone: 'plain' } : { words: '正在办', tone: 'accent' };
}
