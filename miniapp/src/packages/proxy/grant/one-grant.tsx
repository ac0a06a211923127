/** A grant as one of its two sees it. */
import { useState } from 'react';
import type { GrantView } from '@yiban/shared-types/grants';
import { grantLetter } from '../../../api/grants';
import { explained } from '../../../api/problem';
import { openPdf } from '../../../documents/open-pdf';
import { grantMark, itemsWords, principalWords } from '../../../grants/grant-words';
import { myGrants } from '../../../grants/my-grants';
import { LoadProblem } from '../../../kept/load-problem';
import { goHome, openAskForGrant } from '../../../navigation/open-page';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { Notice } from '../../../ui/notice';
import { Page } from '../../../ui/page';
import { Row } from '../../../ui/row';
import { shownDate, shownInstant } from '../../../wording/dates';
import { EndGrant } from './end-grant';
import { evidenceWords } from './evidence-words';
import { TellMe } from './tell-me';
import { Waiting } from './waiting';

export function OneGrant({ grant, problem }: { grant: GrantView; problem: unknown }) {
  const { side, evidence, proxy, items, until, createdAt, signedAt, endedAt, reason, hasLetter, state, said } = grant;
  const proxied = side === 'proxy';
  const standing = grant.usable || state === 'requested';
  return (
    <Page title={proxied ? `替${principalWords(grant)}办` : `${proxy.name}替我办`} actions={onward(grant)}>
      <LoadProblem problem={problem} onRetry={myGrants.refresh} stale />
      {proxied && state === 'requested' && <Waiting grant={grant} />}
      {!grant.usable && state !== 'requested' && <Notice tone="info" title="现在不能办" detail={said} />}
      {state === 'awaiting-check' && <Notice tone="info" title="材料还没核对" detail={said} />}
      {reason !== null && <Notice tone="error" title="材料没有通过" detail={reason} />}
      <Card flush>
        <Row title="状态" mark={grantMark(grant)} />
        <Row title={proxied ? '替谁办' : '谁来办'} value={proxied ? principalWords(grant) : proxy.name} />
        <Row title="办哪些事" value={items === null ? itemsWords(grant) : items.map(({ name }) => name).join('、')} />
        <Row title="委托到" value={shownDate(until)} />
        <Row title="凭什么" value={evidenceWords(grant)} />
        <Row title="申请时间" value={shownInstant(createdAt)} />
        {signedAt !== null && evidence === 'signature' && <Row title="签名时间" value={shownInstant(signedAt)} />}
        {endedAt !== null && <Row title="结束时间" value={shownInstant(endedAt)} />}
      </Card>
      {side === 'principal' && grant.usable && <TellMe grant={grant} />}
      {hasLetter && <Letter id={grant.id} />}
      {standing && <EndGrant grant={grant} />}
    </Page>
  );
}

/** What the proxy goes on with. */
function onward(grant: GrantView) {
  if (grant.side === 'principal' || grant.state === 'requested') return undefined;
  if (grant.usable) return <Button onPress={goHome}>去选要办的事</Button>;
  return <Button onPress={() => openAskForGrant()}>再请家人委托一次</Button>;
}

function Letter({ id }: { id: string }) {
  const [problem, setProblem] = useState<unknown>(null);

  async function show() {
    try {
      await openPdf('授权委托书', () => grantLetter(id));
      setProblem(null);
    } catch (error) {
      setProblem(error);
    }
  }

  return (
    <>
      <Button kind="secondary" onPress={show}>
        看授权委托书
      </Button>
      {problem !== null && <Notice tone="error" {...explained(problem)} />}
    </>
  );
}
