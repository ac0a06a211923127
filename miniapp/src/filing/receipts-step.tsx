/** The receipts of a claim, each photographed and told on a page of its own; what they come to is always seen. */
import { useState } from 'react';
import type { Answer } from '@yiban/shared-types/cases';
import type { ItemPage, Question } from '@yiban/shared-types/catalogue';
import type { Draft } from '../drafts/draft';
import { useDraft } from '../drafts/use-draft';
import { enqueue, settlePhoto, usePhotoQueue } from '../photos/photo-queue';
import { Card } from '../ui/card';
import { Field } from '../ui/field';
import { Paragraph } from '../ui/paragraph';
import { Row } from '../ui/row';
import { shownMoney } from '../wording/money';
import { receiptMaterial } from './agenda';
import { answerProblem } from './answer-problem';
import { PhotoButtons } from '../photos/photo-buttons';
import { asAnswer, emptyReceipt, isComplete, onPhone, photoOnPhone, receiptsIn, receiptsTotal } from './receipt-draft';
import type { ReceiptDraft } from './receipt-draft';
import { ReceiptPage } from './receipt-page';
import { SamplePicture } from './sample-picture';
import { StepPage } from './step-page';
import type { StepFrame } from './step-page';
import { shownDate } from './shown-answer';
import { today } from './today';
import { readingOf, useReceiptReadings } from './use-receipt-readings';
import { useShownError } from './use-arrival';
import { attachReceiptPhotos } from './use-case-photos';
import type { TakenPhoto } from '../photos/kept-file';

interface ReceiptsStepProps {
  item: ItemPage;
  draft: Draft;
  question: Question;
  frame: StepFrame;
  /** The receipt to begin with: where a problem was found. */
  openAt: number | null;
  onNext: () => void;
}

const MOST = 50;

export function ReceiptsStep({ item, draft, question, frame, openAt, onNext }: ReceiptsStepProps) {
  const { view, answers } = useDraft(draft);
  const [open, setOpen] = useState<number | null>(openAt);
  const [problem, setProblem] = useState<string>();
  useShownError(problem);
  const receipts = receiptsIn(answers[question.id]);
  const receipt = open === null ? undefined : receipts[open];
  const asked = new Set(
    usePhotoQueue()
      .filter(({ state }) => state === 'asked')
      .map(({ id }) => onPhone(id)),
  );
  const isAsked = ({ uploads }: ReceiptDraft) => uploads.some((upload) => asked.has(upload));
  const readings = useReceiptReadings(draft, question.id, receipts);

  function keep(next: readonly ReceiptDraft[]) {
    setProblem(undefined);
    draft.answer(question.id, next.length === 0 ? null : asAnswer(next));
  }

  /** Sends photos; what stands for them among a receipt's uploads until they have arrived. */
  function photograph(files: readonly TakenPhoto[]): readonly string[] {
    const paper = receiptMaterial(item)?.way.paper ?? null;
    return enqueue(files, { caseId: view.id, paper, place: { kind: 'receipt', question: question.id } }).map(onPhone);
  }

  /** One photo, one receipt: of several chosen at once each begins its own. */
  function begin(files: readonly TakenPhoto[]) {
    const begun = photograph(files).map((upload) => ({
      ...emptyReceipt,
      ...carriedOver(receipts[receipts.length - 1]),
      uploads: [upload],
    }));
    keep([...receipts, ...begun]);
    if (begun.length === 1) setOpen(receipts.length);
  }

  async function remove(index: number) {
    const gone = receipts[index];
    keep(receipts.filter((_, other) => other !== index));
    setOpen(null);
    for (const upload of gone?.uploads ?? []) {
      const photo = photoOnPhone(upload);
      if (photo !== null) await settlePhoto(photo);
    }
    await putPhotosToCase();
  }

  async function putPhotosToCase() {
    await draft.save();
    // What fails here is made good with the next photo, or by the check.
    await attachReceiptPhotos(item, draft, question.id).catch(() => undefined);
  }

  function goOn() {
    const answer: Answer = answers[question.id] ?? null;
    const found = item.form === null ? undefined : answerProblem(question, item.form, answer, today());
    const unfinished = receipts.findIndex((one) => !isComplete(one, today()));
    const keptBack = receipts.findIndex(isAsked);
    // A photo that waits for a decision comes first: it may be why nothing else is there yet.
    if (keptBack >= 0)
      setProblem(`第 ${keptBack + 1} 张票据的照片可能看不清，还没发出。点开它，选「重拍」或者「还是用这张」。`);
    else if (found !== undefined) setProblem(found);
    else if (unfinished >= 0) setProblem(`第 ${unfinished + 1} 张票据没填全。点开它，把标红的补上。`);
    else onNext();
  }

  if (open !== null && receipt !== undefined) {
    return (
      <ReceiptPage
        key={open}
        draft={draft}
        name={`第 ${open + 1} 张票据`}
        receipt={receipt}
        reading={readingOf(receipt, readings)}
        saving={frame.saving}
        onChange={(next) => keep(receipts.map((one, index) => (index === open ? next : one)))}
        onReplaced={putPhotosToCase}
        photograph={photograph}
        onRemove={() => remove(open)}
        onDone={() => {
          void putPhotosToCase();
          setOpen(null);
        }}
      />
    );
  }
  return (
    <StepPage frame={frame} title={question.label} onNext={goOn}>
      <Field label={question.term} hint="一张一张来：先拍照，再对着票据核对号码和金额。" error={problem}>
        {receipts.length > 0 && (
          <Card flush>
            {receipts.map((one, index) => (
              <Row
                key={[...one.uploads, one.code, one.number].join('/')}
                title={`第 ${index + 1} 张${one.total === null ? '' : `　${shownMoney(one.total)}`}`}
                detail={[one.hospital, shownDate(one.date)].filter(Boolean).join('，') || '还没填'}
                mark={markOf(one, isAsked(one))}
                onPress={() => setOpen(index)}
              />
            ))}
            <Row title={`合计 ${receipts.length} 张`} value={shownMoney(receiptsTotal(receipts))} />
          </Card>
        )}
      </Field>
      {receipts.length === 0 && <SamplePicture paper={receiptMaterial(item)?.way.paper ?? 'receipt'} name="票据" />}
      <Paragraph soft>纸质的票据，或者打印出来的电子票据，都可以拍。</Paragraph>
      {receipts.length < MOST && (
        <PhotoButtons
          words={receipts.length === 0 ? '拍第一张票据' : '再加一张票据'}
          kind={receipts.length === 0 ? 'primary' : 'secondary'}
          most={MOST - receipts.length}
          paper={receiptMaterial(item)?.way.paper}
          onTaken={begin}
        />
      )}
    </StepPage>
  );
}

function markOf(receipt: ReceiptDraft, asked: boolean): { words: string; tone: 'good' | 'warn' } {
  if (asked) return { words: '照片看不清', tone: 'warn' };
  return isComplete(receipt, today()) ? { words: '填好了', tone: 'good' } : { words: '没填全', tone: 'warn' };
}

/** Receipts of one stay bear the same payer and hospital. */
function carriedOver(before: ReceiptDraft | undefined): Partial<ReceiptDraft> {
  return before === undefined ? {} : { payer: before.payer, hospital: before.hospital };
}
