/** One step of the form as a page: question, where one is on the way, the ways on and back. */
import type { PropsWithChildren } from 'react';
import type { DraftState } from '../drafts/draft';
import { Button } from '../ui/button';
import { Page } from '../ui/page';
import { SaveState } from './save-state';
import { useArrival } from './use-arrival';

/** What every step is given by the form. */
export interface StepFrame {
  /** 「第 3 步，共 9 步」, or what is being changed. */
  readonly progress: string;
  /** What the way on is called: 「下一步」, 「改好了」. */
  readonly onward: string;
  readonly saving: Pick<DraftState, 'saving' | 'problem'>;
  readonly onBack: () => void;
}

interface StepPageProps {
  frame: StepFrame;
  title: string;
  onNext?: () => void | Promise<unknown>;
}

export function StepPage({ frame, title, onNext, children }: PropsWithChildren<StepPageProps>) {
  const { progress, onward, saving, onBack } = frame;
  useArrival(title);
  return (
    <Page
      title={title}
      lead={progress}
      onBack={onBack}
      actions={
        <>
          {onNext && <Button onPress={onNext}>{onward}</Button>}
          <Button kind="quiet" onPress={onBack}>
            上一步
          </Button>
        </>
      }
    >
      {children}
      <SaveState {...saving} />
    </Page>
  );
}
