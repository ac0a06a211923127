/** Before the first of its kind: one plain question about what is sensitive; a no leads to other ways, never nowhere. */
import { useState } from 'react';
import type { SensitiveKind } from '@yiban/shared-types/consents';
import { callAgency, useAgencyPhone } from '../agency-phone/agency-phone';
import { agree } from '../privacy/sensitive-consents';
import { sensitiveWords } from '../privacy/sensitive-words';
import { useRegion } from '../region/regions';
import { Button } from '../ui/button';
import { Card } from '../ui/card';
import { Page } from '../ui/page';
import { Paragraph } from '../ui/paragraph';
import { Skeleton } from '../ui/skeleton';
import type { StepFrame } from './step-page';
import { useArrival } from './use-arrival';

interface ConsentStepProps {
  kind: SensitiveKind;
  looking: boolean;
  frame: StepFrame;
  /** Where the paper can be had in another way. */
  onOtherWay?: (() => void) | undefined;
  /** Where it may be left out. */
  onSkip?: (() => void) | undefined;
}

export function ConsentStep({ kind, looking, frame, onOtherWay, onSkip }: ConsentStepProps) {
  const [refused, setRefused] = useState<SensitiveKind | null>(null);
  const { question, why, otherwise } = sensitiveWords[kind];
  useArrival(`${kind} ${String(looking)} ${String(refused)}`);
  if (looking)
    return (
      <Page title="请稍等" lead={frame.progress} onBack={frame.onBack}>
        <Skeleton rows={3} what="您以前的选择" />
      </Page>
    );
  if (refused === kind)
    return <OtherWays kind={kind} onOtherWay={onOtherWay} onSkip={onSkip} onBack={() => setRefused(null)} />;
  return (
    <Page
      title={question}
      lead={frame.progress}
      onBack={frame.onBack}
      actions={
        <>
          <Button onPress={() => agree(kind)}>可以，接着办</Button>
          <Button kind="secondary" onPress={() => setRefused(kind)}>
            不可以
          </Button>
          <Button kind="quiet" onPress={frame.onBack}>
            上一步
          </Button>
        </>
      }
    >
      <Card title="为什么要用">
        <Paragraph>{why}</Paragraph>
      </Card>
      <Card title="谁看得到">
        <Paragraph>只有办这件事的经办人员，看一次记一次。加密存放，到期删除。</Paragraph>
      </Card>
      <Card title="您不同意的话">
        <Paragraph>{otherwise}</Paragraph>
      </Card>
      <Paragraph soft>只问这一次。以后想收回，到“我的 → 个人信息怎么用”。</Paragraph>
    </Page>
  );
}

interface OtherWaysProps extends Pick<ConsentStepProps, 'kind' | 'onOtherWay' | 'onSkip'> {
  onBack: () => void;
}

function OtherWays({ kind, onOtherWay, onSkip, onBack }: OtherWaysProps) {
  const region = useRegion();
  const { number } = useAgencyPhone();
  const { otherwise } = sensitiveWords[kind];
  return (
    <Page
      title="好的，不用您的这些信息"
      lead="已经填的都留着，想好了再回来也行。"
      onBack={onBack}
      actions={
        <>
          {onOtherWay !== undefined && <Button onPress={onOtherWay}>换一种方式证明</Button>}
          {onSkip !== undefined && <Button onPress={onSkip}>这一项不交，接着填</Button>}
          <Button kind="secondary" icon="phone" onPress={callAgency}>
            {`打电话问 ${number}`}
          </Button>
          <Button kind="quiet" onPress={onBack}>
            我再想想
          </Button>
        </>
      }
    >
      <Card title="可以这样办">
        <Paragraph>{otherwise}</Paragraph>
      </Card>
      {region !== null && (
        <Card title="窗口在哪里">
          <Paragraph>{region.agency}</Paragraph>
          <Paragraph>{region.address}</Paragraph>
          <Paragraph>{region.hours}</Paragraph>
        </Card>
      )}
    </Page>
  );
}
