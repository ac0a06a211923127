/** The whole history of the case: when, who, from where to where, and why. */
import { View } from '@tarojs/components';
import type { HistoryEntry } from '@yiban/shared-types/cases';
import { Foldable } from '../ui/foldable';
import { Heading } from '../ui/heading';
import { Paragraph } from '../ui/paragraph';
import { statusWords } from '../wording/case-status';
import { shownInstant } from '../wording/dates';

export function EveryStep({ history }: { history: readonly HistoryEntry[] }) {
  return (
    <Foldable title="每一步的记录">
      {history.map(({ at, to, actor, reason }) => (
        <View key={`${at}${to}`}>
          <Heading level={3}>{statusWords(to)}</Heading>
          <Paragraph soft>
            {shownInstant(at)}，{actor}
          </Paragraph>
          {reason !== null && reason !== '' && <Paragraph>{reason}</Paragraph>}
        </View>
      ))}
    </Foldable>
  );
}
