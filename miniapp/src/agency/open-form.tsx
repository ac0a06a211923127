/** OpenForm: what has to be filled in before a decision can be sent. */
import type { OfficerCaseView } from '@yiban/shared-types/agency';
import type { ItemPage } from '@yiban/shared-types/catalogue';
import { hasCode } from '../api/problem';
import type { Drafts } from './drafts';
import { GrantRefusalForm } from './grant-refusal-form';
import { NoticeForm } from './notice-form';
import type { Deed, DeedAction } from './office-api';
import { ReasonForm } from './reason-form';
import { faultsFrom } from './settlement-draft';
import { SettlementForm } from './settlement-form';

interface OpenFormProps {
  action: DeedAction;
  view: OfficerCaseView;
  item: ItemPage;
  drafts: Drafts;
  onDrafts: (drafts: Drafts) => void;
  /** What came back when it was sent. */
  trouble: unknown;
  onGoOn: (deed: Deed) => void;
  onLeave: () => void;
}

export function OpenForm({ action, view, item, drafts, onDrafts, trouble, onGoOn, onLeave }: OpenFormProps) {
  switch (action) {
    case 'supplement':
      return (
        <NoticeForm
          view={view}
          item={item}
          draft={drafts.notice}
          onDraft={(notice) => onDrafts({ ...drafts, notice })}
          onGoOn={onGoOn}
          onLeave={onLeave}
        />
      );
    case 'refuse-grant':
      return (
        <GrantRefusalForm
          draft={drafts.grantRefusal}
          onDraft={(grantRefusal) => onDrafts({ ...drafts, grantRefusal })}
          onGoOn={onGoOn}
          onLeave={onLeave}
        />
      );
    case 'decline':
    case 'reject':
    case 'send-back':
      return (
        <ReasonForm
          action={action}
          reason={drafts.reason}
          onReason={(reason) => onDrafts({ ...drafts, reason })}
          onGoOn={onGoOn}
          onLeave={onLeave}
        />
      );
    default:
      return (
        <SettlementForm
          lines={drafts.settlement}
          receiptsTotal={view.claimedTotal}
          refused={faultsFrom(
            hasCode(trouble, 'settlement-invalid') ? (trouble.problem.errors ?? []) : [],
            drafts.settlement,
          )}
          onLines={(settlement) => onDrafts({ ...drafts, settlement })}
          onGoOn={onGoOn}
          onLeave={onLeave}
        />
      );
  }
}

/** Whether a decision needs more than a yes. */
export function needsForm(action: DeedAction, { status, settlementCategories }: OfficerCaseView): boolean {
  if (action === 'pass') return status === 'first-review' && settlementCategories.length > 0;
  return action !== 'accept';
}
