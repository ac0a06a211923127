/** QueueRow: one case of the queue. */
import { View } from '@tarojs/components';
import type { QueueEntry } from '@yiban/shared-types/agency';
import { shownDay, shownInstant, statusNames } from './case-words';

interface QueueRowProps {
  entry: QueueEntry;
  chosen: boolean;
  /** Takes the element, so that the keyboard can go there. */
  place: (element: unknown) => void;
  onOpen: () => void;
}

export function QueueRow({ entry, chosen, place, onOpen }: QueueRowProps) {
  const { itemName, number, status, submittedAt, by } = entry;
  const applicant = by.proxy ? `${entry.for.name}（代办 ${by.name}）` : entry.for.name;
  const marks = [
    ...(entry.overdue ? [{ words: '已超期', tone: 'danger' }] : []),
    ...(entry.lateLeg === null ? [] : [{ words: `${entry.lateLeg}超期`, tone: 'danger' }]),
    ...(status === 'supplement' ? [{ words: '等补正，计时暂停', tone: 'warn' }] : []),
  ];
  const due = entry.dueAt === null ? '未受理' : shownDay(entry.dueAt);
  const holder = entry.claimedByMe ? '我在办' : (entry.claimedBy ?? '');
  return (
    <View ariaRole="listitem">
      <View
        ref={place}
        className={`queue-row ${chosen ? 'is-chosen' : ''} ${entry.overdue ? 'is-overdue' : ''}`}
        hoverClass="is-pressed"
        ariaRole="button"
        onClick={onOpen}
      >
        <View className="queue-due">
          <View>
            {due}
            {entry.dueProvisional ? '（暂定）' : ''}
          </View>
          {marks.map(({ words, tone }) => (
            <View key={words} className={`queue-mark is-${tone}`}>
              {words}
            </View>
          ))}
        </View>
        <View className="queue-item">{itemName}</View>
        <View>{applicant}</View>
        <View className="queue-number">
          {number}
          {submittedAt !== null && <View className="queue-since">{shownInstant(submittedAt)} 提交</View>}
        </View>
        <View className="queue-status">{statusNames[status]}</View>
        <View className={`queue-holder ${entry.claimedByMe ? 'queue-mine' : ''}`}>{holder}</View>
      </View>
    </View>
  );
}
