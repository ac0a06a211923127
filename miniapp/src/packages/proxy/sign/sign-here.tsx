/** On the proxy's phone, the principal beside: their credential is scanned, the letter read to them, their name signed. */
import { useState } from 'react';
import type { GrantRequestView, GrantView } from '@yiban/shared-types/grants';
import { scanPrincipal } from '../../../api/grants';
import { explained } from '../../../api/problem';
import { CannotSign } from '../../../filing/cannot-sign';
import { useArrival } from '../../../filing/use-arrival';
import { myGrants } from '../../../grants/my-grants';
import { called } from '../../../grants/relations';
import { useKept } from '../../../kept/kept';
import { LoadProblem } from '../../../kept/load-problem';
import { goOnToGrant } from '../../../navigation/open-page';
import { CredentialScanner } from '../../../scan/credential-scanner';
import { SignaturePad } from '../../../signature/signature-pad';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { Heading } from '../../../ui/heading';
import { Notice } from '../../../ui/notice';
import { Page } from '../../../ui/page';
import { Paragraph } from '../../../ui/paragraph';
import { Skeleton } from '../../../ui/skeleton';
import { Letter } from './letter';
import { useSigning } from './use-signing';

type Place =
  | { readonly at: 'scanning' }
  | { readonly at: 'asking' }
  | { readonly at: 'refused'; readonly problem: unknown }
  | { readonly at: 'signing'; readonly request: GrantRequestView };

export function SignHere({ id }: { id: string }) {
  const { value, problem } = useKept(myGrants);
  const grant = value?.find((one) => one.id === id);
  const [place, setPlace] = useState<Place>({ at: 'scanning' });
  useArrival(place.at);
  if (grant === undefined) {
    return (
      <Page title="请家人扫码、签名">
        <LoadProblem problem={problem} onRetry={myGrants.refresh} />
        {problem === null && <Skeleton rows={3} what="委托" />}
      </Page>
    );
  }

  async function scan(qr: string) {
    setPlace({ at: 'asking' });
    try {
      setPlace({ at: 'signing', request: await scanPrincipal(id, qr) });
    } catch (error) {
      setPlace({ at: 'refused', problem: error });
    }
  }

  if (place.at === 'signing') {
    return <SignNow grant={grant} request={place.request} onAgain={() => setPlace({ at: 'scanning' })} />;
  }
  return <ScanNow grant={grant} place={place} onScanned={scan} onAgain={() => setPlace({ at: 'scanning' })} />;
}

interface ScanNowProps {
  grant: GrantView;
  place: Exclude<Place, { at: 'signing' }>;
  onScanned: (qr: string) => Promise<void>;
  onAgain: () => void;
}

function ScanNow({ grant, place, onScanned, onAgain }: ScanNowProps) {
  const whom = called(grant.relation);
  return (
    <Page title={`扫${whom}的医保码`} lead={`请${whom}打开自己的医保电子凭证，让二维码进到框里。`}>
      {place.at === 'scanning' && <CredentialScanner onScanned={(qr) => void onScanned(qr)} />}
      {place.at === 'asking' && <Skeleton rows={2} what={whom} />}
      {place.at === 'refused' && (
        <>
          <Notice tone="error" {...explained(place.problem)} />
          <Button icon="scan" onPress={onAgain}>
            再扫一次
          </Button>
        </>
      )}
      <Card title="没有医保码怎么办">
        <Paragraph>
          可以用{whom}的手机在微信“我”→“服务”→“医疗健康”→“医保电子凭证”里打开；实在没有，返回上一步，改用纸质委托书。
        </Paragraph>
      </Card>
    </Page>
  );
}

interface SignNowProps {
  grant: GrantView;
  request: GrantRequestView;
  onAgain: () => void;
}

function SignNow({ grant, request, onAgain }: SignNowProps) {
  const principal = request.principal?.name ?? '家人';
  const [problem, setProblem] = useState<unknown>(null);
  const sign = useSigning(grant.id, null);

  async function signWith(png: ArrayBuffer) {
    try {
      await sign(png);
      await myGrants.refresh();
      goOnToGrant(grant.id);
    } catch (error) {
      setProblem(error);
    }
  }

  return (
    <Page title={`请${principal}看一看，签名`} lead="请把手机递给本人；看不清，点「读给我听」。" onBack={onAgain}>
      <Letter request={request} />
      <Heading>愿意的话，请本人在这里签名</Heading>
      <SignaturePad signer={principal} onSigned={signWith} cannotSign={<CannotSign />} />
      {problem !== null && <Notice tone="error" {...explained(problem)} />}
      <Button kind="quiet" onPress={onAgain}>
        {`不是${principal}，重新扫`}
      </Button>
    </Page>
  );
}
