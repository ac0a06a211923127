/** One step of the form as a page: question, where one is on the way, the ways on and back. */
import type { PropsWithChildren } from 'react';
import type { DraftState } from '../drafts/draft';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
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
  /** Papers that were signed over what has been changed on this page. */
  readonly toSignAgain: readonly string[];
}

interface StepPageProps {
  frame: StepFrame;
  title: string;
  onNext?: () => void | Promise<unknown>;
}

export function StepPage({ frame, title, onNext, children }: PropsWithChildren<StepPageProps>) {
  const { progress, onward, saving, onBack, toSignAgain } = frame;
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
      {toSignAgain.length > 0 && (
        <Notice
          tone="warn"
          title={`${toSignAgain.map((name) => `「${name}」`).join('、')}要重新签名`}
          detail="您改了填的内容，原来的签名作废。改好后到检查页，点开它再签一次。"
        />
      )}
      <SaveState {...saving} />
    </Page>
  );
}
