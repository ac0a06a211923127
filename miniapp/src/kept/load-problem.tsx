/**
 * LoadProblem: something could not be fetched: what happened, what to do, and a way to try again. Nothing where
 * `problem` is null.
 *   <LoadProblem problem={problem} onRetry={store.refresh} />
 *   stale  what is shown instead comes from before: said, not in alarm
 */
import { ApiProblem, explained, NoAnswer } from '../api/problem';
import { goHome } from '../navigation/open-page';
import { Notice } from '../ui/notice';

interface LoadProblemProps {
  problem: unknown;
  onRetry: () => Promise<unknown>;
  stale?: boolean;
}

export function LoadProblem({ problem, onRetry, stale = false }: LoadProblemProps) {
  if (problem === null) return null;
  const { title, detail } = problem instanceof NoAnswer ? AWAY : explained(problem);
  const action = isGone(problem) ? { label: '回首页', onPress: goHome } : { label: '再试一次', onPress: onRetry };
  if (stale)
    return <Notice tone="warn" title="下面是上次取到的内容" detail={`${title}，还没取到最新的。`} action={action} />;
  return <Notice tone="error" title={title} detail={detail} action={action} />;
}

/** Asking again brings nothing: there is no such item, case or region. */
function isGone(problem: unknown): boolean {
  return problem instanceof ApiProblem && problem.problem.status === 404;
}

/** Nothing was typed where things are only read. */
const AWAY = { title: '网络不通', detail: '请检查手机网络，再试一次；急办可以打上面的电话。' };
