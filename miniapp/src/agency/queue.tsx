/** Queue: what waits, what is due first at the top; worked through by keyboard. */
import { useRef, useState } from 'react';
import { useDidHide, useDidShow } from '@tarojs/taro';
import { View } from '@tarojs/components';
import type { CaseStatus } from '@yiban/shared-types/cases';
import { explained } from '../api/problem';
import { openOfficers, openRules } from '../administration/ways';
import { Button } from '../ui/button';
import { Empty } from '../ui/empty';
import { Notice } from '../ui/notice';
import { Skeleton } from '../ui/skeleton';
import { isSupervisor, mayLookOver, mayRectify } from './duties';
import { Desk } from './desk';
import { focusElement } from './focus';
import { KeyHint } from './key-hint';
import { hasKeyboard, useKeys } from './keys';
import { takeNext } from './next-case';
import { useOfficer } from './officer-session';
import { useShortcutsOn } from './shortcuts';
import { QueueFilters } from './queue-filters';
import { QueueSearch } from './queue-search';
import { QueueRow } from './queue-row';
import { useQueue } from './use-queue';
import { mayStart } from '../agency-grants/may-start';
import {
  openAudit,
  openCase,
  openDeletions,
  openFigures,
  openGrants,
  openHandOver,
  openPayments,
  openProxies,
  openRectifications,
} from './ways';
import './queue.scss';

export function Queue() {
  const officer = useOfficer();
  const shortcuts = useShortcutsOn();
  const [mine, setMine] = useState(true);
  const [status, setStatus] = useState<CaseStatus | null>(null);
  const [overdue, setOverdue] = useState(false);
  const [item, setItem] = useState<string | null>(null);
  const [number, setNumber] = useState('');
  const { state, reload, more } = useQueue({ mine, status, overdue, item, number });
  const [trouble, setTrouble] = useState<unknown>(null);
  const [noNext, setNoNext] = useState(false);
  const [shown, setShown] = useState(true);
  const [at, setAt] = useState(0);
  const rows = useRef<unknown[]>([]);

  useDidShow(() => {
    setShown(true);
    void reload();
  });
  useDidHide(() => setShown(false));

  async function next() {
    setTrouble(null);
    setNoNext(false);
    try {
      const id = await takeNext();
      if (id === null) setNoNext(true);
      else openCase(id);
    } catch (error) {
      setTrouble(error);
    }
  }

  function move(step: 1 | -1) {
    if (state.kind !== 'ready' || state.items.length === 0) return;
    const to = Math.min(Math.max(at + step, 0), state.items.length - 1);
    setAt(to);
    focusElement(rows.current[to]);
  }

  function openChosen() {
    const chosen = state.kind === 'ready' ? state.items[at] : undefined;
    if (chosen !== undefined) openCase(chosen.id);
  }

  useKeys(
    {
      j: () => move(1),
      arrowdown: () => move(1),
      k: () => move(-1),
      arrowup: () => move(-1),
      enter: openChosen,
      n: () => void next(),
      ...(officer?.roles.includes('payer') ? { y: () => openPayments() } : {}),
      m: () => setMine(!mine),
      o: () => setOverdue(!overdue),
      f: () => void reload(),
      l: () => void more(),
      ...(officer !== null && mayLookOver(officer) ? { p: openProxies } : {}),
      ...(officer !== null && mayRectify(officer) ? { r: openRectifications } : {}),
      ...(officer !== null && isSupervisor(officer) ? { t: openFigures, h: openHandOver } : {}),
    },
    shown && officer !== null,
  );

  return (
    <Desk title="待办队列">
      <View className="queue-bar">
        <View className="queue-filters">
          <QueueFilters
            mine={mine}
            status={status}
            overdue={overdue}
            onMine={setMine}
            onStatus={setStatus}
            onOverdue={setOverdue}
          />
          {officer !== null && (
            <QueueSearch region={officer.region} item={item} number={number} onItem={setItem} onNumber={setNumber} />
          )}
        </View>
        <View className="queue-deeds">
          {officer !== null && mayStart(officer) && (
            <Button kind="secondary" onPress={openGrants}>
              主动给付
            </Button>
          )}
          {officer?.roles.includes('payer') && (
            <Button kind="secondary" onPress={() => openPayments()}>
              拨付
              <KeyHint name="Y" />
            </Button>
          )}
          {officer?.roles.includes('administrator') === true && (
            <>
              <Button kind="secondary" onPress={openRules}>
                本地规则
              </Button>
              <Button kind="secondary" onPress={openOfficers}>
                人员
              </Button>
            </>
          )}
          {officer !== null && isSupervisor(officer) && (
            <>
              <Button kind="secondary" onPress={openFigures}>
                统计
                <KeyHint name="T" />
              </Button>
              <Button kind="secondary" onPress={openHandOver}>
                转交办件
                <KeyHint name="H" />
              </Button>
              <Button kind="secondary" onPress={() => openAudit()}>
                操作记录
              </Button>
            </>
          )}
          {officer !== null && mayLookOver(officer) && (
            <Button kind="secondary" onPress={openProxies}>
              多人代办
              <KeyHint name="P" />
            </Button>
          )}
          {officer !== null && mayLookOver(officer) && (
            <Button kind="secondary" onPress={openDeletions}>
              保存期满
            </Button>
          )}
          {officer !== null && mayRectify(officer) && (
            <Button kind="secondary" onPress={openRectifications}>
              差评整改
              <KeyHint name="R" />
            </Button>
          )}
          <Button kind="secondary" onPress={reload} busyLabel="正在刷新…">
            刷新
            <KeyHint name="F" />
          </Button>
          <Button onPress={next} busyLabel="正在取下一件…">
            办下一件
            <KeyHint name="N" />
          </Button>
        </View>
      </View>
      {trouble !== null && <Notice tone="error" {...explained(trouble)} />}
      {noNext && (
        <Notice tone="good" title="没有可以领的办件了">
          要么都办完了，要么同事正在办。刷新可以再看。
        </Notice>
      )}
      {state.kind === 'loading' && <Skeleton rows={6} what="待办队列" />}
      {state.kind === 'failed' && (
        <Notice tone="error" {...explained(state.error)} action={{ label: '重新取', onPress: reload }} />
      )}
      {state.kind === 'ready' && state.items.length === 0 && (
        <Empty
          icon="check"
          title={status === null ? (mine ? '待您办的都办完了' : '现在没有办件') : '这个状态下没有办件'}
          detail="有新的申请会排进来，刷新可以看到。"
          action={{ label: '刷新', onPress: reload }}
        />
      )}
      {state.kind === 'ready' && state.items.length > 0 && (
        <View className="queue-list" ariaRole="list" ariaLabel="办件">
          <View className="queue-heads" ariaHidden>
            <View>到期</View>
            <View>事项</View>
            <View>申请人</View>
            <View>编号</View>
            <View>状态</View>
            <View>领办</View>
          </View>
          {state.items.map((entry, i) => (
            <QueueRow
              key={entry.id}
              entry={entry}
              chosen={i === at}
              place={(element) => {
                rows.current[i] = element;
              }}
              onOpen={() => {
                setAt(i);
                openCase(entry.id);
              }}
            />
          ))}
        </View>
      )}
      {state.kind === 'ready' && state.nextCursor !== null && (
        <Button kind="secondary" onPress={more} busyLabel="正在取…">
          再看后面的
          <KeyHint name="L" />
        </Button>
      )}
      {hasKeyboard && shortcuts && (
        <View className="queue-keys">
          <KeyHint name="J" />
          <KeyHint name="K" /> 上下选 <KeyHint name="Enter" /> 打开 <KeyHint name="M" /> 只看我能办的{' '}
          <KeyHint name="O" /> 只看超期的
        </View>
      )}
    </Desk>
  );
}
