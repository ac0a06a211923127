/** BatchList: the batches so far, the newest first. */
import { useCallback, useEffect, useState } from 'react';
import { View } from '@tarojs/components';
import type { PaymentBatchSummary } from '@yiban/shared-types/payments';
import { explained } from '../api/problem';
import { shownInstant, shownYuan } from '../agency/case-words';
import { Panel } from '../agency/panel';
import { openBatch } from '../agency/ways';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import { Row } from '../ui/row';
import { Skeleton } from '../ui/skeleton';
import { standingOf } from './batch-words';
import { batches } from './payments-api';

export function BatchList() {
  const [items, setItems] = useState<readonly PaymentBatchSummary[] | null>(null);
  const [next, setNext] = useState<string | null>(null);
  const [trouble, setTrouble] = useState<unknown>(null);

  const load = useCallback(async (cursor: string | null) => {
    try {
      const page = await batches(cursor);
      setItems((before) => [...(cursor === null ? [] : (before ?? [])), ...page.items]);
      setNext(page.nextCursor);
      setTrouble(null);
    } catch (error) {
      setTrouble(error);
    }
  }, []);
  useEffect(() => void load(null), [load]);

  return (
    <Panel title="批次">
      {trouble !== null && (
        <Notice tone="error" {...explained(trouble)} action={{ label: '重新取', onPress: () => load(null) }} />
      )}
      {items === null && trouble === null && <Skeleton rows={3} what="批次" />}
      {items?.length === 0 && <View className="payable-soft">还没有批次。</View>}
      {items?.map((batch) => (
        <Row
          key={batch.id}
          title={`${batch.number} · ${batch.all.count} 笔 · ${shownYuan(batch.all.total)} 元`}
          detail={`${shownInstant(batch.createdAt)} ${batch.createdBy} 冻结。${standingOf(batch)}`}
          onPress={() => openBatch(batch.id)}
        />
      ))}
      {next !== null && (
        <Button kind="secondary" onPress={() => load(next)} busyLabel="正在取…">
          再看前面的
        </Button>
      )}
    </Panel>
  );
}
