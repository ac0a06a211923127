/** BatchList: the batches so far, the newest first. */
import { useCallback, useState } from 'react';
import { View } from '@tarojs/components';
import type { PaymentBatchPage } from '@yiban/shared-types/payments';
import { explained } from '../api/problem';
import { shownInstant, shownYuan } from '../agency/case-words';
import { Panel } from '../agency/panel';
import { useLoaded } from '../agency/use-loaded';
import { openBatch } from '../agency/ways';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import { Row } from '../ui/row';
import { Skeleton } from '../ui/skeleton';
import { standingOf } from './batch-words';
import { batches } from './payments-api';

export function BatchList() {
  const { value, trouble, reload, put } = useLoaded(useCallback(() => batches(null), []));
  const [refusal, setRefusal] = useState<unknown>(null);

  async function more(read: PaymentBatchPage, cursor: string) {
    setRefusal(null);
    try {
      const page = await batches(cursor);
      put({ items: [...read.items, ...page.items], nextCursor: page.nextCursor });
    } catch (error) {
      setRefusal(error);
    }
  }

  return (
    <Panel title="批次">
      {trouble !== null && (
        <Notice tone="error" {...explained(trouble)} action={{ label: '重新取', onPress: reload }} />
      )}
      {refusal !== null && <Notice tone="error" {...explained(refusal)} />}
      {value === null && trouble === null && <Skeleton rows={3} what="批次" />}
      {value?.items.length === 0 && <View className="payable-soft">还没有批次。</View>}
      {value?.items.map((batch) => (
        <Row
          key={batch.id}
          title={`${batch.number} · ${batch.all.count} 笔 · ${shownYuan(batch.all.total)} 元`}
          detail={`${shownInstant(batch.createdAt)} ${batch.createdBy} 冻结。${standingOf(batch)}`}
          onPress={() => openBatch(batch.id)}
        />
      ))}
      {value?.nextCursor && (
        <Button kind="secondary" onPress={() => more(value, value.nextCursor ?? '')} busyLabel="正在取…">
          再看前面的
        </Button>
      )}
    </Panel>
  );
}
