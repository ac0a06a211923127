/** All cases of the person: what waits for them first, then what is under way, then what is over. */
import { useRef } from 'react';
import { useReachBottom } from '@tarojs/taro';
import type { CaseSummary } from '@yiban/shared-types/cases';
import { cases } from '../api/cases';
import { LoadProblem } from '../kept/load-problem';
import { useOlderPages } from '../kept/older-pages';
import { LiveSource } from '../live-records/live-source';
import { goHome } from '../navigation/open-page';
import { Button } from '../ui/button';
import { Card } from '../ui/card';
import { Empty } from '../ui/empty';
import { Skeleton } from '../ui/skeleton';
import { isOver, waitingFirst, waitsForPerson } from '../wording/case-status';
import { CaseRow } from './case-row';
import { newestCases } from './my-cases';

export function CaseList() {
  const { newest, list, problem, olderProblem, hasMore, loadMore } = useOlderPages(newestCases, cases);
  const loading = useRef(false);

  async function more() {
    if (loading.current) return;
    loading.current = true;
    await loadMore();
    loading.current = false;
  }
  useReachBottom(() => void more());

  if (list === null) {
    return problem === null ? (
      <Skeleton rows={4} what="您的办件" />
    ) : (
      <LoadProblem problem={problem} onRetry={newestCases.refresh} />
    );
  }
  return (
    <>
      <LoadProblem problem={problem} onRetry={newestCases.refresh} stale />
      {list.length === 0 && (
        <Empty
          icon="cases"
          title="还没有办件"
          detail="在首页选一件事，现在就能开始办。"
          action={{ label: '看看能办什么', onPress: goHome }}
        />
      )}
      <Part title="等您办" list={waitingFirst(list)} />
      <Part title="正在办" list={list.filter(({ status }) => !waitsForPerson(status) && !isOver(status))} />
      <Part title="办完的" list={list.filter(({ status }) => isOver(status))} />
      {newest !== null && <LiveSource live={newest} />}
      <LoadProblem problem={olderProblem} onRetry={more} />
      {hasMore && olderProblem === null && (
        <Button kind="secondary" busyLabel="正在取更早的…" onPress={more}>
          看更早的
        </Button>
      )}
    </>
  );
}

function Part({ title, list }: { title: string; list: readonly CaseSummary[] }) {
  if (list.length === 0) return null;
  return (
    <Card flush title={`${title}（${list.length}）`}>
      {list.map((one) => (
        <CaseRow key={one.id} summary={one} />
      ))}
    </Card>
  );
}
