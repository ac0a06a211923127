/** Taking the application back; asks once and says what it means. */
import { useState } from 'react';
import type { CaseView } from '@yiban/shared-types/cases';
import { withdrawCase } from '../api/cases';
import { Button } from '../ui/button';
import { Confirm } from '../ui/confirm';
import { DeedProblem } from './deed-problem';
import { useDeed } from './use-deed';

export function Withdraw({ view }: { view: CaseView }) {
  const [asking, setAsking] = useState(false);
  const { act, problem } = useDeed(view.id);

  async function withdraw() {
    await act((key) => withdrawCase(view.id, view.version, key));
    setAsking(false);
  }

  return (
    <>
      <DeedProblem problem={problem} />
      <Button kind="danger" onPress={() => setAsking(true)}>
        撤回申请
      </Button>
      <Confirm
        open={asking}
        title="要撤回这份申请吗？"
        confirm="撤回"
        cancel="不撤回"
        danger
        onConfirm={withdraw}
        onCancel={() => setAsking(false)}
      >
        撤回后，经办机构不再办这一件，也不能恢复。以后需要，可以重新申请。
      </Confirm>
    </>
  );
}
