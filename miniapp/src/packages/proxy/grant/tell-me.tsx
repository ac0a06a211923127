/** Whether the principal is told of each submission, besides the proxy: theirs to choose. */
import { useState } from 'react';
import type { GrantView } from '@yiban/shared-types/grants';
import { tellPrincipal } from '../../../api/grants';
import { explained } from '../../../api/problem';
import { myGrants } from '../../../grants/my-grants';
import { Card } from '../../../ui/card';
import { Notice } from '../../../ui/notice';
import { YesNoField } from '../../../ui/yes-no-field';

export function TellMe({ grant: { id, proxy, tellPrincipal: told } }: { grant: GrantView }) {
  const [problem, setProblem] = useState<unknown>(null);

  async function choose(tell: boolean) {
    try {
      await tellPrincipal(id, tell);
      setProblem(null);
      await myGrants.refresh();
    } catch (error) {
      setProblem(error);
    }
  }

  return (
    <Card>
      <YesNoField
        label={`${proxy.name}每次替您提交，要不要告诉您？`}
        value={told}
        onChange={(tell) => void choose(tell)}
      />
      {problem !== null && <Notice tone="error" {...explained(problem)} />}
    </Card>
  );
}
