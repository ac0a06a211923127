/** The stages of a case as the person follows them, with the days on which they were reached. */
import type { CaseStatus, CaseView, HistoryEntry } from '@yiban/shared-types/cases';
import type { Stage } from '@yiban/shared-types/catalogue';
import type { Step } from '../ui/steps';
import { statusWords } from '../wording/case-status';
import { shownInstant } from '../wording/dates';

const STAGE_OF: Partial<Readonly<Record<CaseStatus, Stage>>> = {
  draft: '申请',
  submitted: '受理',
  accepted: '审核',
  'first-review': '审核',
  'second-review': '审核',
  'expert-review': '审核',
  'site-assessment': '审核',
  'public-notice': '审核',
  payment: '拨付',
  closed: '办结',
};

const ORDER: readonly Stage[] = ['申请', '受理', '审核', '拨付', '办结'];

/** Of stages that a case of the item does not have (an immediate one has no payment), none is shown. */
export function stepsOf(stages: readonly Stage[], view: Pick<CaseView, 'status' | 'history'>): readonly Step[] {
  const reached = lastStage(view.history);
  // An item without a review (what is only talked about) stays where it was while officers have it.
  const at =
    view.status === 'closed'
      ? stages.length
      : stages.filter((stage) => ORDER.indexOf(stage) <= ORDER.indexOf(reached)).length - 1;
  return stages.map((stage, index) => {
    const next = stages[index + 1];
    const ended =
      next === undefined ? momentOf(view.history, 'closed') : arrival(view.history, stages.slice(index + 1));
    if (index < at) return { title: stage, at: ended === null ? undefined : shownInstant(ended), state: 'done' };
    if (index > at) return { title: stage, state: 'todo' };
    return { title: stage, note: statusWords(view.status), state: isStopped(view.status) ? 'stopped' : 'now' };
  });
}

/** The stage it stood at last: a supplement, a refusal or a withdrawal stop it where it was. */
function lastStage(history: readonly HistoryEntry[]): Stage {
  const stages = history.map(({ to }) => STAGE_OF[to]).filter((stage) => stage !== undefined);
  return stages[stages.length - 1] ?? '申请';
}

/** When the case first came to one of the stages. */
function arrival(history: readonly HistoryEntry[], stages: readonly Stage[]): string | null {
  const entry = history.find(({ to }) => {
    const stage = STAGE_OF[to];
    return stage !== undefined && stages.includes(stage);
  });
  return entry?.at ?? null;
}

function momentOf(history: readonly HistoryEntry[], status: CaseStatus): string | null {
  return history.find(({ to }) => to === status)?.at ?? null;
}

function isStopped(status: CaseStatus): boolean {
  return status === 'supplement' || status === 'declined' || status === 'rejected' || status === 'withdrawn';
}
