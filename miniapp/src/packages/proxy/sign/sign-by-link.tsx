/** On the principal's own phone: read it first, then scan, then sign or say no. */
import { useRef, useState } from 'react';
import type { GrantRequestView } from '@yiban/shared-types/grants';
import { newKey } from '../../../api/cases';
import { grantRequest, refuseGrant } from '../../../api/grants';
import { NoAnswer, explained } from '../../../api/problem';
import { CannotSign } from '../../../filing/cannot-sign';
import { myGrants } from '../../../grants/my-grants';
import { kept, keptByKey, useKept } from '../../../kept/kept';
import { LoadProblem } from '../../../kept/load-problem';
import { hasText } from '../../../kept/shapes';
import { goHome, openCredential, openGrants } from '../../../navigation/open-page';
import { usePerson } from '../../../session/session';
import { SignaturePad } from '../../../signature/signature-pad';
import { Button } from '../../../ui/button';
import { Confirm } from '../../../ui/confirm';
import { Empty } from '../../../ui/empty';
import { Heading } from '../../../ui/heading';
import { Notice } from '../../../ui/notice';
import { Page } from '../../../ui/page';
import { Paragraph } from '../../../ui/paragraph';
import { Skeleton } from '../../../ui/skeleton';
import { Letter } from './letter';
import { Over } from './over';
import { useSigning } from './use-signing';

/** Read anew when the page is come back to: after the scan it tells names in full. */
const requestOf = keptByKey((code) =>
  kept<GrantRequestView>({
    name: null,
    fetch: () => grantRequest(code),
    isValue: (value): value is GrantRequestView => hasText(value, 'id', 'state'),
    personal: true,
  }),
);

export function SignByLink({ code }: { code: string }) {
  if (code === '') {
    return (
      <Page title="委托家人办">
        <Empty
          icon="info"
          title="链接不完整"
          detail="请让家人再发一次链接，或者重新扫家人手机上的码。"
          action={{ label: '回首页', onPress: goHome }}
        />
      </Page>
    );
  }
  return <Asked code={code} />;
}

function Asked({ code }: { code: string }) {
  const store = requestOf(code);
  const { value: request, problem } = useKept(store);
  if (request === null) {
    return (
      <Page title="委托家人办">
        <LoadProblem problem={problem} onRetry={store.refresh} />
        {problem === null && <Skeleton rows={4} what="委托" />}
      </Page>
    );
  }
  if (request.state !== 'requested') return <Over request={request} />;
  return <Decide code={code} request={request} onDone={store.refresh} />;
}

interface DecideProps {
  code: string;
  request: GrantRequestView;
  onDone: () => Promise<void>;
}

function Decide({ code, request, onDone }: DecideProps) {
  const person = usePerson();
  const [problem, setProblem] = useState<unknown>(null);
  const [asking, setAsking] = useState(false);
  const refusal = useRef(newKey());
  const sign = useSigning(request.id, code);

  async function attempt(deed: () => Promise<unknown>) {
    try {
      await deed();
      setProblem(null);
      void myGrants.refresh();
      await onDone();
    } catch (error) {
      if (!(error instanceof NoAnswer)) refusal.current = newKey();
      setProblem(error);
    }
  }

  async function refuse() {
    setAsking(false);
    await attempt(() => refuseGrant(request.id, code, refusal.current));
  }

  return (
    <Page
      title={`${request.proxy.name}想替您办医保的事`}
      lead="先看清楚。认识这个人、也愿意，再签名。"
      onBack={goHome}
      actions={
        person === null ? (
          <Button icon="scan" onPress={openCredential}>
            看清楚了，扫我的医保码
          </Button>
        ) : undefined
      }
    >
      <Letter request={request} />
      {person === null ? (
        <Paragraph>要签名，先扫您自己的医保电子凭证，确认是您本人。不认识这个人，不用理会。</Paragraph>
      ) : (
        <>
          <Notice
            tone="info"
            title={`您是${person.name}`}
            detail="签了名，家人就能替您办上面的事。以后随时可以撤回。"
          />
          <Heading>愿意的话，在这里签名</Heading>
          <SignaturePad signer="您的姓名" onSigned={(png) => attempt(() => sign(png))} cannotSign={<CannotSign />} />
        </>
      )}
      {problem !== null && <Notice tone="error" {...explained(problem)} />}
      {person !== null && (
        <Button kind="danger" onPress={() => setAsking(true)}>
          不同意
        </Button>
      )}
      <Button kind="quiet" onPress={openGrants}>
        看谁在替我办
      </Button>
      <Confirm
        open={asking}
        title={`不让${request.proxy.name}替您办？`}
        confirm="不同意，不让办"
        danger
        onConfirm={refuse}
        onCancel={() => setAsking(false)}
      >
        这个链接就作废了。以后改了主意，让家人再申请一次。
      </Confirm>
    </Page>
  );
}
