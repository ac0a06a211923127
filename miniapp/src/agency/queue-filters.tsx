/** QueueFilters: whose, and at which status. */
import { View } from '@tarojs/components';
import type { CaseStatus } from '@yiban/shared-types/cases';
import { statusNames } from './case-words';
import { Chip } from './chip';

const statuses: readonly CaseStatus[] = [
  'submitted',
  'accepted',
  'supplement',
  'first-review',
  'second-review',
  'expert-review',
  'site-assessment',
  'public-notice',
  'payment',
  'closed',
  'declined',
  'rejected',
];

interface QueueFiltersProps {
  mine: boolean;
  status: CaseStatus | null;
  overdue: boolean;
  onMine: (mine: boolean) => void;
  onStatus: (status: CaseStatus | null) => void;
  onOverdue: (overdue: boolean) => void;
}

export function QueueFilters({ mine, status, overdue, onMine, onStatus, onOverdue }: QueueFiltersProps) {
  return (
    <>
      <View className="chips">
        <Chip role="checkbox" chosen={mine} onPress={() => onMine(!mine)}>
          我能办的
        </Chip>
        <Chip role="checkbox" chosen={overdue} onPress={() => onOverdue(!overdue)}>
          已超期
        </Chip>
      </View>
      <View className="chips queue-statuses" ariaRole="radiogroup" ariaLabel="状态">
        <Chip role="radio" chosen={status === null} onPress={() => onStatus(null)}>
          在办的
        </Chip>
        {statuses.map((one) => (
          <Chip
            key={one}
            role="radio"
            chosen={one === status}
            onPress={() => {
              onStatus(one);
              // Nobody can do anything more with what has ended.
              if (['supplement', 'closed', 'declined', 'rejected'].includes(one)) onMine(false);
            }}
          >
            {statusNames[one]}
          </Chip>
        ))}
      </View>
    </>
  );
}
