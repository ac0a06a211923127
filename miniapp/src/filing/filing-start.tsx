/** Before the form: the credential, for whom it is, a draft that stands already, and what may go wrong with opening. */
import { useState } from 'react';
import { LoadProblem } from '../kept/load-problem';
import { openCredential } from '../navigation/open-page';
import { usePerson } from '../session/session';
import { Button } from '../ui/button';
import { Confirm } from '../ui/confirm';
import { leavePage } from '../ui/leave-page';
import { Page } from '../ui/page';
import { Paragraph } from '../ui/paragraph';
import { Skeleton } from '../ui/skeleton';
import { useEntry } from './entry';
import type { Entry } from './entry';
import { FilingFor } from './filing-for';
import { useOpening } from './opening';
import { WhomStep } from './whom-step';

/** Another person on the phone answers 「给谁办」 anew. */
export function FilingStart() {
  const person = usePerson();
  // Read here, once: by the time somebody has scanned, the page on top is another.
  const entry = useEntry();
  return <StartAs key={person?.idNo ?? ''} entry={entry} />;
}

function StartAs({ entry }: { entry: Entry }) {
  const [opening, { again, goOn, restart, choose, gone }] = useOpening(entry);
  switch (opening.at) {
    case 'loading':
      return (
        <Page title="正在打开申请">
          <Skeleton rows={3} what="申请表" />
        </Page>
      );
    case 'credential':
      return (
        <Page
          title="请先扫医保电子凭证"
          lead="扫一扫就知道您是谁，不用填身份证。"
          actions={
            <Button icon="scan" onPress={openCredential}>
              去扫码
            </Button>
          }
        >
          <Paragraph>扫完会回到这里，接着办。</Paragraph>
        </Page>
      );
    case 'whom':
      return <WhomStep item={opening.item} grants={opening.grants} onChoose={choose} />;
    case 'standing':
      return <StandingDraft name={opening.item.name} onGoOn={() => goOn(opening.draftId)} onRestart={restart} />;
    case 'failed':
      return (
        <Page
          title="申请没有打开"
          actions={
            <Button kind="secondary" onPress={leavePage}>
              返回
            </Button>
          }
        >
          <LoadProblem problem={opening.problem} onRetry={again} />
        </Page>
      );
    case 'open':
      return (
        <FilingFor
          key={opening.draft.state().view.id}
          item={opening.item}
          draft={opening.draft}
          resumed={opening.resumed}
          kept={opening.kept}
          onGone={gone}
        />
      );
  }
}

interface StandingDraftProps {
  name: string;
  onGoOn: () => Promise<void>;
  onRestart: () => Promise<void>;
}

function StandingDraft({ name, onGoOn, onRestart }: StandingDraftProps) {
  const [asking, setAsking] = useState(false);
  return (
    <Page
      title="您有一份没填完的申请"
      lead={name}
      actions={
        <>
          <Button onPress={onGoOn}>接着填</Button>
          <Button kind="secondary" onPress={() => setAsking(true)}>
            重新开始
          </Button>
        </>
      }
    >
      <Paragraph>上次填的、拍的都还在，可以接着填。</Paragraph>
      <Confirm
        open={asking}
        title="要重新开始吗？"
        confirm="重新开始"
        cancel="不，接着填"
        danger
        onConfirm={onRestart}
        onCancel={() => setAsking(false)}
      >
        上次填的内容和照片会清空。
      </Confirm>
    </Page>
  );
}
