/**
 * LoadProblem: something could not be fetched: what happened, what to do, and a way to try again. Nothing where
 * `problem` is null.
 *   <LoadProblem problem={problem} onRetry={store.refresh} />
 *   stale  what is shown instead comes from before: said, not in alarm
 */
import { ApiProblem, explained, hasCode, NoAnswer } from '../api/problem';
import { isEndedGrant } from '../grants/ended-grant';
import { goHome, openGrants } from '../navigation/open-page';
import { Notice } from '../ui/notice';

interface LoadProblemProps {
  problem: unknown;
  onRetry: () => Promise<unknown>;
  stale?: boolean;
}

export function LoadProblem({ problem, onRetry, stale = false }: LoadProblemProps) {
  if (problem === null) return null;
  const { title, detail } = problem instanceof NoAnswer ? AWAY : explained(problem);
  const action = wayOn(problem) ?? { label: '再试一次', onPress: onRetry };
  if (stale)
    return <Notice tone="warn" title="下面是上次取到的内容" detail={`${title}，还没取到最新的。`} action={action} />;
  return <Notice tone="error" title={title} detail={detail} action={action} />;
}

/** Where asking again brings nothing. */
function wayOn(problem: unknown): { label: string; onPress: () => void | Promise<unknown> } | null {
  if (isEndedGrant(problem)) return { label: '去看委托', onPress: openGrants };
  return isGone(problem) ? { label: '回首页', onPress: goHome } : null;
}

/** There is no such item, case or region, or no longer. */
function isGone(problem: unknown): boolean {
  if (hasCode(problem, 'grant-link-used')) return true;
  return problem instanceof ApiProblem && [404, 410].includes(problem.problem.status);
}

/** Nothing was typed where things are only read. */
const AWAY = { title: '网络不通', detail: '请检查手机网络，再试一次；急办可以打上面的电话。' };
