/** The whole history of the case: when, who, what was done, and why. */
import { View } from '@tarojs/components';
import type { CaseStatus, HistoryEntry } from '@yiban/shared-types/cases';
import { Foldable } from '../ui/foldable';
import { Heading } from '../ui/heading';
import { Paragraph } from '../ui/paragraph';
import { shownInstant } from '../wording/dates';

const DEEDS: Readonly<Record<CaseStatus, string>> = {
  draft: '开始填写',
  submitted: '提交申请',
  accepted: '受理',
  supplement: '请您补材料',
  'first-review': '开始初审',
  'second-review': '转给复核',
  'expert-review': '转给专家审核',
  'site-assessment': '转到现场核查',
  'public-notice': '开始公示',
  payment: '审核通过，转去拨付',
  closed: '办结',
  declined: '不予受理',
  rejected: '不予通过',
  withdrawn: '撤回申请',
};

export function EveryStep({ history }: { history: readonly HistoryEntry[] }) {
  return (
    <Foldable title="每一步的记录">
      {history.map((entry) => (
        <View key={`${entry.at}${entry.to}`}>
          <Heading level={3}>{deedWords(entry)}</Heading>
          <Paragraph soft>
            {shownInstant(entry.at)}，{entry.actor}
          </Paragraph>
          {entry.reason !== null && entry.reason !== '' && <Paragraph>{entry.reason}</Paragraph>}
        </View>
      ))}
    </Foldable>
  );
}

function deedWords({ from, to }: HistoryEntry): string {
  return from === 'supplement' && to !== 'withdrawn' ? '补齐材料' : DEEDS[to];
}
