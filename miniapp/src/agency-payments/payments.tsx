/** Payments: what waits to be paid, ticked and frozen in a batch; and the batches so far. */
import { useRef, useState } from 'react';
import { useDidHide, useDidShow } from '@tarojs/taro';
import { View } from '@tarojs/components';
import { newKey } from '../api/cases';
import { explained, hasCode } from '../api/problem';
import { shownYuan } from '../agency/case-words';
import { Desk } from '../agency/desk';
import { KeyHint } from '../agency/key-hint';
import { useKeys } from '../agency/keys';
import { sayDone } from '../agency/last-deed';
import { Panel } from '../agency/panel';
import { useLoaded } from '../agency/use-loaded';
import { backToQueue, openBatch } from '../agency/ways';
import { Button } from '../ui/button';
import { Empty } from '../ui/empty';
import { Notice } from '../ui/notice';
import { Skeleton } from '../ui/skeleton';
import { AskFreeze } from './ask-freeze';
import { BatchList } from './batch-list';
import { PayableRow } from './payable-row';
import { freeze, payables } from './payments-api';
import './payments.scss';

export function Payments({ chosen }: { chosen?: string }) {
  const { value: waiting, trouble: unread, reload } = useLoaded(payables);
  /** Ticked or not, where the officer said so; who comes from one case pays that one, unless they tick more. */
  const [said, setSaid] = useState<ReadonlyMap<string, boolean>>(new Map());
  const [refusal, setRefusal] = useState<unknown>(null);
  const [asked, setAsked] = useState(false);
  const [shown, setShown] = useState(true);
  const [round, setRound] = useState(0);
  /** The same cases go out under the same key. */
  const keyed = useRef({ body: '', key: '' });
  const trouble = refusal ?? unread;

  useDidShow(() => setShown(true));
  useDidHide(() => setShown(false));

  async function load() {
    setRefusal(null);
    setRound(round + 1);
    await reload();
  }

  const isTicked = (id: string): boolean => said.get(id) ?? (chosen === undefined || id === chosen);
  const possible = (waiting ?? []).filter(({ obstacle }) => obstacle === null);
  const ticked = possible.filter(({ id }) => isTicked(id));
  const total = ticked.reduce((sum, { amount }) => sum + amount, 0);

  function tick(ids: readonly string[], yes: boolean) {
    setSaid(new Map([...said, ...ids.map((id) => [id, yes] as const)]));
  }

  function toggleAll() {
    const ids = possible.map(({ id }) => id);
    tick(ids, ticked.length < possible.length);
  }

  async function send() {
    const ids = ticked.map(({ id }) => id);
    const body = JSON.stringify([ids, total]);
    if (keyed.current.body !== body) keyed.current = { body, key: newKey() };
    try {
      const batch = await freeze(ids, total, keyed.current.key);
      sayDone(`已冻结批次 ${batch.number}，${batch.all.count} 笔，${shownYuan(batch.all.total)} 元`);
      openBatch(batch.id);
      await load();
    } catch (error) {
      setRefusal(error);
    }
    setAsked(false);
  }

  const ask = () => {
    if (ticked.length > 0) setAsked(true);
  };
  useKeys({ f: ask, a: toggleAll, r: () => void load(), escape: backToQueue }, shown && !asked);

  return (
    <Desk title="拨付" onBack={{ words: '队列', go: backToQueue }}>
      {trouble !== null && (
        <Notice tone="error" {...explained(trouble)} action={{ label: '重新取', onPress: load }}>
          {hasCode(trouble, 'payment-not-possible') &&
            (trouble.problem.errors ?? []).map(({ pointer, message }) => (
              <View key={pointer}>
                {ticked[Number(pointer.split('/')[2])]?.number ?? ''}：{message}
              </View>
            ))}
        </Notice>
      )}
      <Panel title="等着拨付的" note={waiting === null ? undefined : `${waiting.length} 件`}>
        {waiting === null && trouble === null && <Skeleton rows={5} what="等着拨付的办件" />}
        {waiting?.length === 0 && (
          <Empty
            icon="check"
            title="没有等着拨付的办件"
            detail="复核通过的会排到这里。"
            action={{ label: '刷新', onPress: load }}
          />
        )}
        {waiting !== null && waiting.length > 0 && (
          <>
            <View className="payable-list" ariaRole="group" ariaLabel="等着拨付的办件">
              {waiting.map((one) => (
                <PayableRow
                  key={one.id}
                  payable={one}
                  ticked={isTicked(one.id)}
                  onToggle={() => tick([one.id], !isTicked(one.id))}
                />
              ))}
            </View>
            <View className="payable-sum" ariaRole="status">
              选了 {ticked.length} 笔，合计 <View className="payable-total">{shownYuan(total)} 元</View>
            </View>
            <View className="payable-deeds">
              <Button onPress={ask}>
                冻结这一批
                <KeyHint name="F" />
              </Button>
              <Button kind="secondary" onPress={toggleAll}>
                {ticked.length === possible.length ? '全不选' : '全选'}
                <KeyHint name="A" />
              </Button>
              <Button kind="quiet" onPress={load} busyLabel="正在刷新…">
                刷新
                <KeyHint name="R" />
              </Button>
            </View>
          </>
        )}
      </Panel>
      <BatchList key={round} />
      {asked && <AskFreeze count={ticked.length} total={total} onSend={send} onLeave={() => setAsked(false)} />}
    </Desk>
  );
}
