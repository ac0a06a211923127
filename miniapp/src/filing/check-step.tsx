/** Everything that was answered and handed in, with all that is still missing or wrong at once; then submission. */
import { useCallback, useEffect, useState } from 'react';
import type { CheckResult } from '@yiban/shared-types/cases';
import type { ItemPage } from '@yiban/shared-types/catalogue';
import type { ProblemDetail } from '@yiban/shared-types/problems';
import { ApiProblem, NoAnswer, hasCode } from '../api/problem';
import type { Draft } from '../drafts/draft';
import { useDraft } from '../drafts/use-draft';
import { LoadProblem } from '../kept/load-problem';
import { usePhotoQueue } from '../photos/photo-queue';
import { askToBeTold, prepareAsking } from '../subscriptions/ask';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import { Page } from '../ui/page';
import { Skeleton } from '../ui/skeleton';
import type { Told } from './agenda';
import { FiledAnswers, FiledMaterials } from './filed';
import { OnSite } from './on-site';
import { ReadFacts } from './read-facts';
import { ProblemList } from './problem-list';
import { RulesChanged } from './rules-changed';
import { SaveState } from './save-state';
import { SupplementList } from './supplement-list';
import { useArrival, useShownError } from './use-arrival';
import { useCheck } from './use-check';

interface CheckStepProps {
  item: ItemPage;
  draft: Draft;
  told: Told;
  onTold: (result: CheckResult) => void;
  /** Opens the page of a question or material by its path, with the index of a receipt. */
  onOpen: (path: string, receipt?: number) => void;
  onBack: () => void;
}

export function CheckStep({ item, draft, told, onTold, onOpen, onBack }: CheckStepProps) {
  const { view, answers, saving, problem: saveProblem } = useDraft(draft);
  const onTheWay = usePhotoQueue().filter(({ caseId }) => caseId === view.id);
  const [checked, setChecked] = useState<CheckResult | null>(null);
  const [refused, setRefused] = useState<unknown>(null);
  const [waiting, setWaiting] = useState(false);
  const [changedElsewhere, setChangedElsewhere] = useState(false);
  const supplementing = view.status === 'supplement';
  useArrival('check');
  useEffect(prepareAsking, []);
  useShownError(changedElsewhere ? changedElsewhere : refused);

  const take = useCallback(
    (result: CheckResult) => {
      setChecked(result);
      setRefused(null);
      onTold(result);
    },
    [onTold],
  );
  const check = useCheck(draft, view.version, { onResult: take, onRefusal: setRefused });

  async function submit() {
    setWaiting(onTheWay.length > 0);
    setChangedElsewhere(false);
    if (onTheWay.length > 0) return;
    // From the tap itself: WeChat asks at no other time.
    await askToBeTold();
    try {
      await draft.submit();
    } catch (error) {
      // The draft has read the case anew; what stands there now is to be looked at before it is submitted.
      if (hasCode(error, 'stale-case')) setChangedElsewhere(true);
      else if (error instanceof ApiProblem && error.problem.errors !== undefined) await check();
      else setRefused(error);
    }
  }

  return (
    <Page
      title={supplementing ? '补齐材料' : '检查一遍，再提交'}
      lead={supplementing ? `${item.name}：经办人员请您补下面这些。` : item.name}
      onBack={onBack}
      actions={
        <>
          <Button onPress={submit} busyLabel="正在提交…">
            {supplementing ? '补好了，提交' : '提交申请'}
          </Button>
          <Button kind="quiet" onPress={onBack}>
            上一步
          </Button>
        </>
      }
    >
      <RulesChanged view={view} />
      {supplementing && view.notice !== null && <SupplementList item={item} notice={view.notice} onOpen={onOpen} />}
      {changedElsewhere && (
        <Notice tone="error" title="这份申请刚在别处改过" detail="下面已经是最新的内容。请看一遍，再点一次提交。" />
      )}
      {refused !== null && <Refusal problem={refused} onRetry={check} />}
      {onTheWay.length > 0 && (
        <Notice
          tone={waiting ? 'error' : 'info'}
          title={`还有 ${onTheWay.length} 张照片没发完`}
          detail={
            onTheWay.some(({ state }) => state === 'failed' || state === 'asked')
              ? '有的没发出去，请点开那项材料看一看。'
              : '发完就能提交，请稍等；没有网络的话，连上网会接着发。'
          }
        />
      )}
      {waiting && onTheWay.length === 0 && (
        <Notice
          tone="good"
          title="照片都发完了"
          detail={`现在可以点「${supplementing ? '补好了，提交' : '提交申请'}」。`}
        />
      )}
      {checked === null && refused === null && <Skeleton rows={3} what="检查结果" />}
      {checked !== null && <Findings item={item} result={checked} onOpen={onOpen} />}
      {checked !== null && <ReadFacts result={checked} />}
      <FiledAnswers caseId={view.id} item={item} answers={answers} told={told} onOpen={onOpen} />
      <FiledMaterials item={item} view={view} answers={answers} told={told} onOpen={onOpen} />
      {checked !== null && <OnSite item={item} draft={draft} told={told} />}
      <SaveState saving={saving} problem={saveProblem} />
    </Page>
  );
}

function Refusal({ problem, onRetry }: { problem: unknown; onRetry: () => Promise<void> }) {
  if (problem instanceof NoAnswer) {
    return (
      <Notice
        tone="error"
        title="网络不通"
        detail="您填的内容都在手机里，没有丢。连上网后，再点一次「提交」；不会重复提交。"
        action={{ label: '再检查一次', onPress: onRetry }}
      />
    );
  }
  return <LoadProblem problem={problem} onRetry={onRetry} />;
}

interface FindingsProps {
  item: ItemPage;
  result: CheckResult;
  onOpen: (path: string, receipt?: number) => void;
}

function Findings({ item, result: { errors, warnings, immediate, ready }, onOpen }: FindingsProps) {
  const misread = warnings.filter(({ code }) => code.startsWith('reading-'));
  const referred = warnings.filter((warning) => !misread.includes(warning));
  return (
    <>
      {errors.length > 0 && (
        <ProblemList title={`还有 ${errors.length} 处要补`} item={item} problems={errors} onOpen={onOpen} />
      )}
      {ready && immediate && <Notice tone="good" title="都齐了，提交后当场办结" />}
      {ready && !immediate && (
        <Notice
          tone={referred.length > 0 ? 'warn' : 'good'}
          title="都齐了，可以提交"
          detail={referredWords(referred)}
        />
      )}
      {misread.length > 0 && (
        <ProblemList
          tone="warn"
          title={`有 ${misread.length} 处和照片上不一样`}
          detail="请点开核对一遍。核对过没填错的，可以照样提交。"
          item={item}
          problems={misread}
          onOpen={onOpen}
        />
      )}
    </>
  );
}

function referredWords(warnings: readonly ProblemDetail[]): string {
  if (warnings.length === 0) return '提交后由经办人员审核，结果会发消息告诉您。';
  const count = warnings.length === 1 ? '有一项' : `有 ${warnings.length} 项`;
  return `${count}要由经办人员核对，不能当场办结。不影响您提交。\n${warnings.map(({ message }) => message).join('\n')}`;
}
