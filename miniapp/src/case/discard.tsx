/** Throwing a draft away; asks once. */
import { useState } from 'react';
import { discardCase } from '../api/cases';
import { forgetDraft } from '../drafts/kept-draft';
import { leavePage } from '../ui/leave-page';
import { Button } from '../ui/button';
import { Confirm } from '../ui/confirm';
import { DeedProblem } from './deed-problem';
import { useDeed } from './use-deed';

export function Discard({ caseId }: { caseId: string }) {
  const [asking, setAsking] = useState(false);
  const { act, problem } = useDeed(caseId);

  async function discard() {
    const done = await act(() => discardCase(caseId));
    setAsking(false);
    if (!done) return;
    forgetDraft(caseId);
    leavePage();
  }

  return (
    <>
      <DeedProblem problem={problem} />
      <Button kind="danger" onPress={() => setAsking(true)}>
        删掉草稿
      </Button>
      <Confirm
        open={asking}
        title="要删掉这份草稿吗？"
        confirm="删掉"
        cancel="留着"
        danger
        onConfirm={discard}
        onCancel={() => setAsking(false)}
      >
        填过的内容和拍过的照片都会删掉，不能恢复。
      </Confirm>
    </>
  );
}
