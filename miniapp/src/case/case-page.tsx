/** One case: where it stands, what it wants, how it went, and its papers. */
import type { CaseView } from '@yiban/shared-types/cases';
import type { ItemPage } from '@yiban/shared-types/catalogue';
import { itemPageOf } from '../catalogue/item-lists';
import { useKept } from '../kept/kept';
import { LoadProblem } from '../kept/load-problem';
import { continueFiling, openGrants, openPublicNotices } from '../navigation/open-page';
import { caseOf } from '../my-cases/my-cases';
import { Button } from '../ui/button';
import { Card } from '../ui/card';
import { Notice } from '../ui/notice';
import { Page } from '../ui/page';
import { Steps } from '../ui/steps';
import { LegsCard } from '../transfer-legs/legs-card';
import { stepsOf } from './case-steps';
import { Discard } from './discard';
import { Documents } from './documents';
import { EveryStep } from './every-step';
import { Filed } from './filed';
import { OneTimeNotice } from './one-time-notice';
import { Rate, Rated } from './rate';
import { SettlementTable } from './settlement-table';
import { Standing } from './standing';
import { TalkRow } from '../talk/talk-row';
import { PreliminaryResult } from '../preliminary/preliminary-result';
import { shownDate } from '../wording/dates';
import { Withdraw } from './withdraw';

interface CasePageProps {
  view: CaseView;
  /** Why the newest state could not be fetched. */
  problem: unknown;
}

export function CasePage({ view, problem }: CasePageProps) {
  const { value: page } = useKept(itemPageOf(view.region, view.item, view.rulesVersion));
  const { id, status, notice, decision, settlement, documents, history, actions, rating } = view;
  const { conversation, publicNotice } = view;
  return (
    <Page title={view.itemName} actions={actions.includes('edit') ? <ContinueButton view={view} /> : undefined}>
      <LoadProblem problem={problem} onRetry={caseOf(id).refresh} stale />
      <Standing view={view} />
      <GrantNotice view={view} />
      {status === 'supplement' && notice !== null && <OneTimeNotice notice={notice} page={page} />}
      {decision !== null && (
        <Notice tone="error" title="原因" detail={decision.reason}>
          {decision.remedies}
        </Notice>
      )}
      {conversation !== null && <TalkRow view={view} />}
      <PreliminaryResult view={view} />
      {publicNotice !== null && (
        <Notice
          tone="info"
          title={`公示到 ${shownDate(publicNotice.until)}`}
          detail={publicNotice.objections}
          action={{ label: '看公示', onPress: () => openPublicNotices(publicNotice.region) }}
        />
      )}
      {settlement !== null && !stillPreliminary(view) && (
        <SettlementTable settlement={settlement} paid={status === 'closed'} />
      )}
      {page !== null && status !== 'draft' && <Progress view={view} page={page} />}
      <LegsCard legs={view.legs} />
      {documents.length > 0 && <Documents caseId={id} documents={documents} />}
      {actions.includes('rate') && <Rate view={view} />}
      {rating !== null && <Rated rating={rating} />}
      {status !== 'draft' && <EveryStep history={history} />}
      {page !== null && <Filed view={view} page={page} />}
      {actions.includes('withdraw') && <Withdraw view={view} />}
      {actions.includes('discard') && <Discard caseId={id} />}
    </Page>
  );
}

/** The amounts of the preliminary result stand above, until the second review has its own. */
function stillPreliminary({ preliminary, status }: CaseView): boolean {
  return preliminary !== null && status === 'second-review';
}

/** What the proxy has to know of their right to go on with it. */
function GrantNotice({ view: { by, grant } }: { view: CaseView }) {
  if (grant === null || grant.said === null || !by.self) return null;
  return (
    <Notice
      tone={grant.usable ? 'info' : 'warn'}
      title={grant.usable ? '委托材料还没核对' : '委托已失效'}
      detail={grant.said}
      action={{ label: '去看委托', onPress: openGrants }}
    />
  );
}

function ContinueButton({ view }: { view: CaseView }) {
  return <Button onPress={() => continueFiling(view.id)}>{view.status === 'supplement' ? '去补正' : '接着填'}</Button>;
}

function Progress({ view, page }: { view: CaseView; page: ItemPage }) {
  return (
    <Card title="办到哪一步了">
      <Steps steps={stepsOf(page.stages, view)} />
    </Card>
  );
}
