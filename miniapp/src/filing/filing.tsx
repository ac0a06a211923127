/**
 * The form of a case, one page at a time: questions, materials, the check, and what became of it. Where one is, is kept
 * here; what was answered is the draft's.
 */
import { useCallback, useEffect, useState } from 'react';
import type { CaseView } from '@yiban/shared-types/cases';
import type { ItemPage } from '@yiban/shared-types/catalogue';
import type { SensitiveKind } from '@yiban/shared-types/consents';
import { explained } from '../api/problem';
import type { Draft } from '../drafts/draft';
import { useGivenConsents, useMissingConsent } from '../privacy/sensitive-consents';
import { keepPage, keptPage } from '../drafts/kept-draft';
import { useDraft } from '../drafts/use-draft';
import { isEndedGrant } from '../grants/ended-grant';
import { useNativeBack } from '../navigation/native-back';
import { isDone, stepsOf } from './agenda';
import type { Step, Told } from './agenda';
import { CheckStep } from './check-step';
import { ConsentStep } from './consent-step';
import { TableStep } from '../tables/table-step';
import { FiledPage } from './filed-page';
import { MaterialStep } from './material-step';
import { QuestionStep } from './question-step';
import { ReceiptsStep } from './receipts-step';
import { usePapersToSignAgain } from './signed-papers';
import { StoppedPage } from './stopped-page';
import type { StepFrame } from './step-page';
import { useCasePhotos } from './use-case-photos';
import { useNewest } from './use-newest';
import { useTold } from './use-told';

/** Where one is: at a step, on the straight way or come to it from the check; or at the check. */
type Place =
  | { readonly at: 'step'; readonly id: string; readonly fromCheck: boolean; readonly receipt: number | null }
  | { readonly at: 'check' };

interface FilingProps {
  item: ItemPage;
  draft: Draft;
  /** A draft that is gone on with begins where it was left. */
  resumed: boolean;
  /** What is shown is what the phone had kept. */
  kept: boolean;
  /** The case is there no longer. */
  onGone: (problem: unknown) => void;
}

export function Filing({ item, draft, resumed, kept, onGone }: FilingProps) {
  const { view, answers, saving, problem } = useDraft(draft);
  const [told, setTold] = useState<Told>(null);
  const steps = stepsOf(item, answers, told);
  const [place, setPlace] = useState<Place>(() => beginning(view, steps, draft, resumed));
  useCasePhotos(item, draft);
  // Looked up before the first page that asks needs to know.
  useGivenConsents();
  useNewest(draft, kept, onGone);
  const step = place.at === 'step' ? steps.find(({ id }) => id === place.id) : undefined;
  const index = step === undefined ? steps.length : steps.indexOf(step);
  const toSignAgain = usePapersToSignAgain(item, view, answers, place);
  const editable = view.actions.includes('edit');
  const consent = useMissingConsent(editable ? sensitiveIn(view, step) : []);
  const { leave } = useNativeBack(back, editable && before() !== null);

  useEffect(() => {
    if (editable) keepPage(view.id, place.at === 'step' ? place.id : '');
  }, [editable, view.id, place]);

  // The server is asked once the questions are through: which papers this person needs may hang on what it knows.
  useTold(draft, step?.kind === 'material' && told === null, setTold);

  const openFromCheck = useCallback((id: string, receipt?: number) => {
    setPlace({ at: 'step', id, fromCheck: true, receipt: receipt ?? null });
  }, []);

  if (!editable) {
    return view.status === 'draft' ? <StoppedPage view={view} why={null} /> : <FiledPage view={view} />;
  }
  // Ended while it was filled in: said at once, not below a long page.
  if (isEndedGrant(problem)) return <StoppedPage view={view} why={explained(problem).detail} />;
  if (place.at === 'check' || step === undefined) {
    return <CheckStep item={item} draft={draft} told={told} onTold={setTold} onOpen={openFromCheck} onBack={back} />;
  }

  /** The steps may have changed with the answer: the next is looked up among those of now. */
  function next() {
    void draft.save();
    const now = stepsOf(item, draft.state().answers, told);
    const following = now[now.findIndex(({ id }) => id === step?.id) + 1];
    const fromCheck = place.at === 'step' && place.fromCheck;
    setPlace(fromCheck || following === undefined ? { at: 'check' } : at(following));
  }

  /** Where the way back leads; null where it leads out of the form. */
  function before(): Place | null {
    if (place.at === 'step' && place.fromCheck) return { at: 'check' };
    if (place.at === 'check' && view.status === 'supplement') return null;
    const previous = steps[index - 1];
    return previous === undefined ? null : at(previous);
  }

  function back() {
    void draft.save();
    const to = before();
    if (to === null) leave();
    else setPlace(to);
  }

  const fromCheck = place.fromCheck;
  const frame: StepFrame = {
    // The check is a step too.
    progress: fromCheck ? '改好后，回到检查页' : `第 ${index + 1} 步，共 ${steps.length + 1} 步`,
    onward: fromCheck ? '改好了' : '下一步',
    saving: { saving, problem },
    onBack: back,
    toSignAgain,
  };
  if (consent !== null) {
    const skip = step.kind === 'question' && !step.question.required ? next : undefined;
    return <ConsentStep {...consent} frame={frame} onSkip={consent.kind === 'others-data' ? undefined : skip} />;
  }
  if (step.kind === 'material') {
    return (
      <MaterialStep
        key={step.id}
        item={item}
        draft={draft}
        requirement={step.requirement}
        frame={frame}
        onNext={next}
      />
    );
  }
  const { question } = step;
  if (question.kind === 'receipts') {
    return (
      <ReceiptsStep
        key={step.id}
        item={item}
        draft={draft}
        question={question}
        frame={frame}
        openAt={place.receipt}
        onNext={next}
      />
    );
  }
  if (question.kind === 'table') {
    return <TableStep key={step.id} item={item} draft={draft} question={question} frame={frame} onNext={next} />;
  }
  return (
    <QuestionStep
      key={step.id}
      item={item}
      question={question}
      answer={answers[question.id] ?? null}
      draft={draft}
      frame={frame}
      onAnswer={(answer) => draft.answer(question.id, answer)}
      onNext={next}
    />
  );
}

function beginning(view: CaseView, steps: readonly Step[], draft: Draft, resumed: boolean): Place {
  if (view.status === 'supplement') return { at: 'check' };
  const left = resumed ? keptPage(view.id) : null;
  const leftAt = steps.find(({ id }) => id === left);
  if (leftAt !== undefined) return at(leftAt);
  const undone = resumed ? steps.find((step) => !isDone(step, draft.state().answers, view.materials)) : steps[0];
  return undone === undefined ? { at: 'check' } : at(undone);
}

function at({ id }: Step): Place {
  return { at: 'step', id, fromCheck: false, receipt: null };
}

/** What is asked for separately before the step. A unit's own account and papers are nobody's secrets. */
function sensitiveIn({ minor, by, for: whom }: CaseView, step: Step | undefined): readonly SensitiveKind[] {
  if (step === undefined || whom.unit === true) return [];
  const theirs: readonly SensitiveKind[] = minor === true ? ['minor-data'] : by.proxy ? ['others-data'] : [];
  const asked = step.kind === 'question' ? step.question.sensitive : undefined;
  return asked === undefined ? theirs : [...theirs, asked];
}
