/** One requirement: which way, where there are several, and then that way. */
import { useState } from 'react';
import type { ItemPage, MaterialAlternative } from '@yiban/shared-types/catalogue';
import type { Draft } from '../drafts/draft';
import { useDraft } from '../drafts/use-draft';
import { queuedPhotos } from '../photos/photo-queue';
import { ChoiceField } from '../ui/choice-field';
import { Paragraph } from '../ui/paragraph';
import type { OpenRequirement } from './agenda';
import { useMissingConsent } from '../privacy/sensitive-consents';
import { ConsentStep } from './consent-step';
import { PaperWay } from './paper-way';
import { PhotoWay } from './photo-way';
import { StepPage } from './step-page';
import type { StepFrame } from './step-page';
import { useShownError } from './use-arrival';

interface MaterialStepProps {
  item: ItemPage;
  draft: Draft;
  requirement: OpenRequirement;
  frame: StepFrame;
  onNext: () => void;
}

export function MaterialStep({ item, draft, requirement, frame, onNext }: MaterialStepProps) {
  const { material, ways, required } = requirement;
  const { view } = useDraft(draft);
  const standing = view.materials.find((one) => one.material === material.id);
  const [chosen, setChosen] = useState<string | null>(() => standing?.alternative ?? begunWay(view.id, material.id));
  const [choosing, setChoosing] = useState(false);
  const way = ways.length === 1 ? ways[0] : ways.find(({ id }) => id === chosen);

  const consent = useMissingConsent(way?.sensitive === undefined || view.for.unit === true ? [] : [way.sensitive]);

  if (way === undefined || choosing) {
    return (
      <WayChoice
        requirement={requirement}
        chosen={chosen}
        frame={frame}
        onChosen={(id) => {
          setChosen(id);
          setChoosing(false);
        }}
        onSkip={onNext}
      />
    );
  }
  const onOtherWay = ways.length > 1 ? () => setChoosing(true) : undefined;
  if (consent !== null)
    return <ConsentStep {...consent} frame={frame} onOtherWay={onOtherWay} onSkip={required ? undefined : onNext} />;
  const common = { draft, material: material.id, way, standing, frame, onNext, onOtherWay };
  return way.kind === 'photo' ? (
    <PhotoWay {...common} caseId={view.id} required={required} note={material.note} />
  ) : (
    <PaperWay {...common} item={item} />
  );
}

/** The way that photos still on the phone are meant for. */
function begunWay(caseId: string, material: string): string | null {
  for (const photo of queuedPhotos()) {
    if (photo.caseId === caseId && photo.place.kind === 'material' && photo.place.material === material)
      return photo.place.alternative;
  }
  return null;
}

interface WayChoiceProps {
  requirement: OpenRequirement;
  chosen: string | null;
  frame: StepFrame;
  onChosen: (way: string) => void;
  onSkip: () => void;
}

function WayChoice({ requirement, chosen, frame, onChosen, onSkip }: WayChoiceProps) {
  const { material, ways, required } = requirement;
  const [way, setWay] = useState(chosen);
  const [problem, setProblem] = useState<string>();
  useShownError(problem);

  function goOn() {
    if (way !== null) onChosen(way);
    else if (required) setProblem('请选一种方式，再点「下一步」。');
    else onSkip();
  }

  return (
    <StepPage frame={frame} title="用哪种方式证明？" onNext={goOn}>
      <ChoiceField
        label={material.name}
        hint="有一种就行。"
        error={problem}
        options={ways.map((one) => ({ value: one.id, label: wayWords(one), hint: wayHint(one) }))}
        value={way}
        onChange={(next) => {
          setWay(next);
          setProblem(undefined);
        }}
      />
      {material.note && <Paragraph soft>{material.note}</Paragraph>}
      {!required && <Paragraph soft>这一项可以不交，直接点「下一步」。</Paragraph>}
    </StepPage>
  );
}

function wayWords({ kind, name }: MaterialAlternative): string {
  switch (kind) {
    case 'photo':
      return `拍照上传${name}`;
    case 'commitment':
      return `签一份${name}`;
    default:
      return `签${name}`;
  }
}

function wayHint({ kind, pages }: MaterialAlternative): string {
  if (kind === 'photo')
    return pages === undefined ? '手边有的话，拍下来就行' : `要拍 ${pages.length} 页：${pages.join('、')}`;
  return kind === 'commitment' ? '手边没有证明的话，在屏幕上签名承诺' : '已经替您填好，在屏幕上签名就行';
}
