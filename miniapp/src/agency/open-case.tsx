/** OpenCase: a case that was read: facts at the left, photos in the middle, papers and the decision at the right. */
import { useState } from 'react';
import { useDidHide, useDidShow } from '@tarojs/taro';
import { View } from '@tarojs/components';
import type { OfficerAction, OfficerCaseView } from '@yiban/shared-types/agency';
import type { ItemPage } from '@yiban/shared-types/catalogue';
import type { ApiProblem } from '../api/problem';
import { ActionBar } from './action-bar';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import { AskOnce } from './ask-once';
import { AnswersPanel, HistoryPanel, PersonPanel, RulesPanel } from './case-facts';
import { CaseHead } from './case-head';
import { DocumentsPanel, MaterialsPanel, NoticePanel, ReceiptsPanel, SettlementPanel } from './case-papers';
import { CaseTroubles } from './case-troubles';
import { deedWords } from './case-words';
import { ConversationPanel } from './conversation-panel';
import { PreliminaryPanel } from './preliminary-panel';
import { TablesPanel } from './tables-panel';
import { UnitPanel } from './unit-panel';
import { DecisionPanel } from './decision-panel';
import { GrantPanel } from './grant-panel';
import { LegsPanel } from './legs-panel';
import { ReadingsPanel } from './readings-panel';
import { needsForm, OpenForm } from './open-form';
import { resultInWords } from './deed-result';
import { Desk } from './desk';
import { firstDrafts } from './drafts';
import { useKeys } from './keys';
import { sayDone } from './last-deed';
import { passOver, takeNext } from './next-case';
import { handBack, type Deed, type DeedAction } from './office-api';
import { PhotoStage } from './photo-stage';
import { grantPhotos, letterPhotos, photosOf } from './photos';
import { isSupervisor } from './duties';
import { useDeed } from './use-deed';
import { useOfficer } from './officer-session';
import { backToQueue, goOnWith, openAudit, openPayments } from './ways';

interface OpenCaseProps {
  view: OfficerCaseView;
  item: ItemPage;
  refusal: ApiProblem | null;
  reload: () => Promise<void>;
}

export function OpenCase({ view, item, refusal, reload }: OpenCaseProps) {
  const officer = useOfficer();
  const mayAudit = officer !== null && isSupervisor(officer);
  const [form, setForm] = useState<DeedAction | null>(null);
  const [asked, setAsked] = useState<Deed | null>(null);
  const [drafts, setDrafts] = useState(() => firstDrafts(view));
  const [at, setAt] = useState(0);
  const [shown, setShown] = useState(true);
  const [trouble, setTrouble] = useState<unknown>(null);
  const [grantChecked, setGrantChecked] = useState(false);
  const [unchecked, setUnchecked] = useState(false);
  const deeds = useDeed(async (after, deed) => {
    sayDone(resultInWords(after, deed));
    await goOn();
  });

  useDidShow(() => setShown(true));
  useDidHide(() => setShown(false));

  const photos = [
    ...photosOf(item.materials, view.materials),
    ...letterPhotos(view.unit?.letter ?? []),
    ...grantPhotos(view.proxy),
  ];
  const actions = view.claimedByMe ? deedsOf(view) : [];
  // Whoever accepts a case that was filed on papers says that they were looked at.
  const grantToCheck = actions.includes('refuse-grant');
  const pay = view.claimedByMe && view.officerActions.includes('pay') ? () => openPayments(view.id) : undefined;

  async function goOn() {
    const id = await takeNext().catch(() => null);
    if (id !== null && id !== view.id) goOnWith(id);
    else backToQueue();
  }

  function act(action: DeedAction) {
    deeds.forget();
    if (needsForm(action, view)) setForm(action);
    else if (action === 'accept' && grantToCheck) {
      setUnchecked(!grantChecked);
      if (grantChecked) setAsked({ action, grantChecked });
    } else if (action === 'accept' || action === 'pass') setAsked({ action });
  }

  async function next() {
    setTrouble(null);
    try {
      passOver(view.id);
      if (view.claimedByMe) await handBack(view.id);
      sayDone(null);
      await goOn();
    } catch (error) {
      setTrouble(error);
    }
  }

  async function leaveToQueue() {
    setTrouble(null);
    try {
      await handBack(view.id);
      sayDone(`已放回队列。${view.itemName} ${view.number ?? ''}`);
      backToQueue();
    } catch (error) {
      setTrouble(error);
    }
  }

  async function again() {
    deeds.forget();
    setTrouble(null);
    setForm(null);
    await reload();
  }

  function show(uploads: readonly string[]) {
    const found = photos.findIndex(({ id }) => uploads.includes(id));
    if (found !== -1) setAt(found);
  }

  function tickGrant() {
    setGrantChecked(!grantChecked);
    setUnchecked(false);
  }

  const active = shown && asked === null;
  useKeys(
    {
      ...(form === null
        ? Object.fromEntries(actions.map((action) => [deedWords[action].key.toLowerCase(), () => act(action)]))
        : {}),
      ...(pay && form === null ? { y: pay } : {}),
      n: () => void next(),
      ...(grantToCheck ? { k: tickGrant } : {}),
      ...(view.claimedByMe ? { h: () => void leaveToQueue() } : {}),
      escape: () => (form === null ? backToQueue() : setForm(null)),
    },
    active,
  );

  const troubles = <CaseTroubles refusal={refusal} trouble={deeds.trouble ?? trouble} onAgain={again} onNext={next} />;

  return (
    <Desk title={view.itemName} fixed onBack={{ words: '队列', go: backToQueue }}>
      <CaseHead view={view} />
      {form === null && troubles}
      {form === null && refusal === null && view.whyNothing !== null && (
        <Notice tone="info" title="这一件现在不用您办" detail={view.whyNothing} />
      )}
      {unchecked && (
        <Notice
          tone="error"
          title="先核对委托材料"
          detail="看过委托书和证件，勾上「委托材料已核对」再受理；不符的，按「退回委托材料」。"
        />
      )}
      <View className="case-columns">
        <View className="case-column is-facts" tabIndex={0} ariaRole="region" ariaLabel="申请内容">
          <RulesPanel rules={view.unmetRules} crossChecks={view.crossChecks} />
          {view.notice !== null && <NoticePanel notice={view.notice} count={view.notices} item={item} />}
          <UnitPanel unit={view.unit} onShow={show} />
          <GrantPanel view={view} checked={grantToCheck ? grantChecked : null} onCheck={tickGrant} onShow={show} />
          <PersonPanel person={view.person} />
          <ConversationPanel view={view} onAnswered={reload} />
          <ReadingsPanel view={view} />
          <LegsPanel view={view} onLooked={reload} />
          <AnswersPanel view={view} item={item} />
          <TablesPanel view={view} item={item} />
          <HistoryPanel history={view.history} />
          {mayAudit && (
            <Button kind="secondary" onPress={() => openAudit(view.id)}>
              谁看过、办过这一件
            </Button>
          )}
        </View>
        <View className="case-column is-photos">
          <PhotoStage photos={photos} at={at} onMove={setAt} onStale={reload} active={active} />
        </View>
        <View className="case-column is-papers" tabIndex={0} ariaRole="region" ariaLabel="票据、材料和决定">
          {form !== null && (
            <View className="case-form">
              {troubles}
              <OpenForm
                action={form}
                view={view}
                item={item}
                drafts={drafts}
                onDrafts={setDrafts}
                trouble={deeds.trouble}
                onGoOn={(deed) => {
                  deeds.forget();
                  setAsked(deed);
                }}
                onLeave={() => setForm(null)}
              />
            </View>
          )}
          {view.decision !== null && <DecisionPanel decision={view.decision} />}
          <ReceiptsPanel view={view} shown={photos[at]} onShow={show} />
          <PreliminaryPanel preliminary={view.preliminary} />
          {view.settlement !== null && <SettlementPanel settlement={view.settlement} />}
          <MaterialsPanel materials={item.materials} handedIn={view.materials} onShow={show} />
          <DocumentsPanel view={view} />
        </View>
      </View>
      {form === null && (
        <ActionBar
          actions={actions}
          onAct={act}
          onPay={pay}
          onHandBack={view.claimedByMe ? leaveToQueue : undefined}
          onNext={next}
        />
      )}
      {asked !== null && (
        <AskOnce
          view={view}
          item={item}
          deed={asked}
          onSend={async () => {
            await deeds.send(view, asked);
            setAsked(null);
          }}
          onLeave={() => setAsked(null)}
        />
      )}
    </Desk>
  );
}

/** Papers of a proxy that are yet to be checked can be refused by whoever could accept the case. */
function deedsOf(view: OfficerCaseView): readonly DeedAction[] {
  const deeds = view.officerActions.filter(isDeed);
  const proxy = view.proxy;
  return proxy !== null && !proxy.confirmed && deeds.includes('accept') ? [...deeds, 'refuse-grant'] : deeds;
}

function isDeed(
  action: OfficerCaseView['officerActions'][number],
): action is Exclude<OfficerAction, 'claim' | 'release' | 'pay'> {
  return action !== 'claim' && action !== 'release' && action !== 'pay';
}
