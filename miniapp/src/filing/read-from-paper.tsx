/** A question that a paper answers: photographed, it is read and filled in; the person compares. Typing stays possible. */
import { useCallback, useState } from 'react';
import type { ItemPage, Question, ReadFrom } from '@yiban/shared-types/catalogue';
import type { PaperReading } from '@yiban/shared-types/reading';
import type { Draft } from '../drafts/draft';
import { LoosePhotoState } from '../photos/loose-photo-state';
import { agree, useMissingConsent } from '../privacy/sensitive-consents';
import { sensitiveWords } from '../privacy/sensitive-words';
import { PhotoButtons } from '../photos/photo-buttons';
import { useLoosePhotos } from '../photos/use-loose-photos';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import { Paragraph } from '../ui/paragraph';
import { answersRead, saidOf } from './read-answers';
import { shownDate } from './shown-answer';
import { useReadings } from './use-readings';

interface ReadFromPaperProps {
  item: ItemPage;
  question: Question;
  from: ReadFrom;
  draft: Draft;
}

export function ReadFromPaper({ item, question, from, draft }: ReadFromPaperProps) {
  const [upload, setUpload] = useState<string>();
  const photos = useLoosePhotos(from.paper, ([first]) => {
    setUpload(first);
    // Should this fail, the photo is asked for again where the paper is.
    if (first !== undefined) handIn(item, from, draft, first).catch(() => undefined);
  });
  const fillIn = useCallback(
    (_: string, { content }: PaperReading) => {
      const read = answersRead(item, question, draft.state().answers, content);
      for (const [id, answer] of Object.entries(read)) draft.answer(id, answer);
    },
    [item, question, draft],
  );
  const readings = useReadings(draft, upload === undefined ? [] : [upload], fillIn);
  const reading = upload === undefined ? undefined : readings.get(upload);

  const consent = useMissingConsent(
    from.sensitive === undefined || draft.state().view.for.unit === true ? [] : [from.sensitive],
  );

  async function take(...args: Parameters<typeof photos.take>) {
    setUpload(undefined);
    await photos.take(...args);
  }

  // A photo is offered, never needed here: the answer can be typed.
  if (consent !== null) {
    const { kind, looking } = consent;
    if (looking) return null;
    return (
      <>
        <Button kind="secondary" onPress={() => agree(kind)}>
          {`同意用${sensitiveWords[kind].name}，拍照自动填`}
        </Button>
        <Paragraph small soft>
          {`拍${from.name}可以自动填，照片里有${sensitiveWords[kind].name}，所以先问您一次。不想拍，直接填就行。`}
        </Paragraph>
      </>
    );
  }
  return (
    <>
      <LoosePhotoState photos={photos} />
      {upload !== undefined && reading === undefined && (
        <Notice tone="info" title={`正在认${from.name}上的字`} detail="一般几秒钟。您也可以先自己填。" />
      )}
      {reading !== undefined && <Outcome question={question} from={from} reading={reading} draft={draft} />}
      <PhotoButtons
        words={`拍${from.name}，自动填`}
        kind="secondary"
        most={1}
        paper={from.paper}
        onTaken={(files) => void take(files)}
      />
      <Paragraph small soft>
        {from.material === undefined
          ? '照片只用来认字，不会留在办件里。不想拍，直接填就行。'
          : '这张照片会一起交上去，后面不用再拍它。不想拍，直接填就行。'}
      </Paragraph>
    </>
  );
}

/** The photo becomes one of the material that it is of. */
async function handIn(item: ItemPage, { material, paper }: ReadFrom, draft: Draft, upload: string): Promise<void> {
  const way = item.materials.find(({ id }) => id === material)?.anyOf.find((one) => one.paper === paper);
  if (material === undefined || way === undefined) return;
  await draft.attach(material, (standing) => {
    const before = standing?.alternative === way.id ? standing.uploads.map(({ id }) => id) : [];
    return { alternative: way.id, uploads: [...before.filter((id) => id !== upload), upload] };
  });
}

interface OutcomeProps {
  question: Question;
  from: ReadFrom;
  reading: PaperReading | null;
  draft: Draft;
}

function Outcome({ question, from, reading, draft }: OutcomeProps) {
  const said = reading === null ? null : saidOf(question, reading.content);
  if (said === null)
    return (
      <Notice
        tone="warn"
        title={`没有认出${question.term}`}
        detail={`可以把${from.name}放平、在亮处再拍一张，或者照着填。`}
      />
    );
  if (said.confidence === 'sure')
    return <Notice tone="info" title="已从照片读出，请核对" detail={`和${from.name}上不一样，点它就能改。`} />;
  return (
    <Notice tone="warn" title="没看太清，请核对" detail={`${question.term}好像是「${shown(said.value)}」。`}>
      <Button kind="secondary" onPress={() => draft.answer(question.id, said.value)}>
        是这样，填上
      </Button>
    </Notice>
  );
}

function shown(value: unknown): string {
  return typeof value === 'string' ? shownDate(value) : String(value);
}
