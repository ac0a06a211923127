/** Taking a certificate back, so that nobody relies on it any longer; asks once and says what it means. */
import { useState } from 'react';
import type { CaseDocument } from '@yiban/shared-types/cases';
import { withdrawPaper } from '../api/cases';
import { Button } from '../ui/button';
import { Confirm } from '../ui/confirm';
import { DeedProblem } from './deed-problem';
import { useDeed } from './use-deed';

export function WithdrawPaper({ caseId, document }: { caseId: string; document: CaseDocument }) {
  const [asking, setAsking] = useState(false);
  const { act, problem } = useDeed(caseId);

  async function withdraw() {
    await act(() => withdrawPaper(caseId, document.id));
    setAsking(false);
  }

  return (
    <>
      <DeedProblem problem={problem} />
      <Button kind="quiet" label={`作废${document.name}`} onPress={() => setAsking(true)}>
        作废《{document.name}》
      </Button>
      <Confirm
        open={asking}
        title={`要作废这份《${document.name}》吗？`}
        confirm="作废"
        cancel="先不作废"
        danger
        onConfirm={withdraw}
        onCancel={() => setAsking(false)}
      >
        作废后，别人扫上面的二维码会看到「已经作废」，不能恢复。以后需要，可以再开一份。
      </Confirm>
    </>
  );
}
