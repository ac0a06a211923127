/** Ends a grant, after saying what that does: taken back by the principal, given back by the proxy, or a request dropped. */
import { useState } from 'react';
import type { GrantView } from '@yiban/shared-types/grants';
import { endGrant } from '../../../api/grants';
import { explained } from '../../../api/problem';
import { principalWords } from '../../../grants/grant-words';
import { myGrants } from '../../../grants/my-grants';
import { newestCases } from '../../../my-cases/my-cases';
import { Button } from '../../../ui/button';
import { Confirm } from '../../../ui/confirm';
import { Notice } from '../../../ui/notice';

export function EndGrant({ grant }: { grant: GrantView }) {
  const [asking, setAsking] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const { button, title, confirm, words } = wordsFor(grant);

  async function end() {
    try {
      await endGrant(grant.id);
      setProblem(null);
      await myGrants.refresh();
      void newestCases.refresh();
    } catch (error) {
      setProblem(error);
    } finally {
      setAsking(false);
    }
  }

  return (
    <>
      {problem !== null && <Notice tone="error" {...explained(problem)} />}
      <Button kind="danger" onPress={() => setAsking(true)}>
        {button}
      </Button>
      <Confirm open={asking} title={title} confirm={confirm} danger onConfirm={end} onCancel={() => setAsking(false)}>
        {words}
      </Confirm>
    </>
  );
}

function wordsFor(grant: GrantView) {
  const { proxy } = grant;
  const whom = principalWords(grant);
  if (grant.side === 'principal') {
    return {
      button: '撤回委托',
      title: `撤回给${proxy.name}的委托？`,
      confirm: `撤回，不让${proxy.name}再替我办`,
      words: `马上生效。${proxy.name}不能再替您办，没交的也不能再交。已经交上去的照常办，您在「我的办件」里能看到。`,
    };
  }
  if (grant.state === 'requested') {
    return {
      button: '不用了，取消这次申请',
      title: '取消这次申请？',
      confirm: '取消，链接作废',
      words: '发出去的链接就不能签了。要办的话，可以再申请一次。',
    };
  }
  return {
    button: '不再代办',
    title: `不再替${whom}办？`,
    confirm: `交还，不再替${whom}办`,
    words: `马上生效。您不能再替${whom}办，没交的也不能再交。已经交上去的照常办。`,
  };
}
