/** Versions: every change on file: what, who, when, why, and whether it is in effect. */
import { useState } from 'react';
import { View } from '@tarojs/components';
import type { RulesVersion, VersionState } from '@yiban/shared-types/administration';
import { shownInstant } from '../agency/case-words';
import { Button } from '../ui/button';
import { Card } from '../ui/card';
import { Paragraph } from '../ui/paragraph';
import { Row, type RowMark } from '../ui/row';
import { cancelVersion } from './administration-api';
import { Trouble } from './trouble';

const marks: Readonly<Record<VersionState, RowMark>> = {
  pending: { words: '还没生效', tone: 'warn' },
  'in-effect': { words: '现行', tone: 'good' },
  superseded: { words: '已生效', tone: 'plain' },
  cancelled: { words: '已取消', tone: 'plain' },
};

export function Versions({
  versions,
  onChanged,
}: {
  versions: readonly RulesVersion[];
  onChanged: () => Promise<void>;
}) {
  const [trouble, setTrouble] = useState<unknown>(null);

  async function cancel(ordinal: number) {
    setTrouble(null);
    try {
      await cancelVersion(ordinal);
      await onChanged();
    } catch (error) {
      setTrouble(error);
    }
  }

  return (
    <Card flush title="改过什么">
      <Trouble error={trouble} />
      {versions.length === 0 && (
        <View className="rules-none">
          <Paragraph soft>还没有改过，都是清单上的规定。</Paragraph>
        </View>
      )}
      {versions.map(({ ordinal, touches, by, basis, madeAt, effectiveAt, state }) => (
        <View key={ordinal}>
          <Row
            title={`第 ${ordinal} 版 ${touches.join('；')}`}
            detail={`${basis}。${by} ${shownInstant(madeAt)} 发布，${shownInstant(effectiveAt)} 生效。`}
            mark={marks[state]}
          />
          {state === 'pending' && (
            <Button kind="quiet" onPress={() => cancel(ordinal)} busyLabel="正在取消…">
              取消第 {ordinal} 版
            </Button>
          )}
        </View>
      ))}
    </Card>
  );
}
