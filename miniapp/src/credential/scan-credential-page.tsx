/** Scanning, and everything that can go wrong with it, each with its own sentence and a way on. */
import { useState } from 'react';
import { explained, hasCode } from '../api/problem';
import { answerPrivacy, usePrivacyConsent } from '../privacy/consent';
import { PrivacyAgreeButton } from '../privacy/privacy-agree-button';
import { PrivacyNotice } from '../privacy/privacy-notice';
import { CredentialScanner } from '../scan/credential-scanner';
import { scanCredential } from '../session/session';
import { Button } from '../ui/button';
import { Card } from '../ui/card';
import { Notice } from '../ui/notice';
import { Page } from '../ui/page';
import { Paragraph } from '../ui/paragraph';
import { Skeleton } from '../ui/skeleton';
import { LogOutButton } from './log-out-button';

type Scan =
  { readonly at: 'scanning' } | { readonly at: 'asking' } | { readonly at: 'refused'; readonly problem: unknown };

/** The session becomes the person's; whoever shows this page looks at `usePerson()`. */
export function ScanCredentialPage() {
  const consent = usePrivacyConsent();
  if (consent !== 'agreed') return <AgreeFirst />;
  return (
    <Page title="扫医保电子凭证" lead="打开“医保电子凭证”，让二维码进到框里。">
      <Scanning />
      <Card title="在哪里找医保电子凭证">
        <Paragraph>微信“我”→“服务”→“医疗健康”→“医保电子凭证”；也可以用支付宝或国家医保服务平台。</Paragraph>
        <Paragraph soft>二维码一分钟换一次，过期了点一下“刷新”。</Paragraph>
      </Card>
    </Page>
  );
}

function Scanning() {
  const [scan, setScan] = useState<Scan>({ at: 'scanning' });

  async function send(qr: string) {
    setScan({ at: 'asking' });
    try {
      await scanCredential(qr);
    } catch (problem) {
      setScan({ at: 'refused', problem });
    }
  }

  switch (scan.at) {
    case 'scanning':
      return <CredentialScanner onScanned={(qr) => void send(qr)} />;
    case 'asking':
      return <Skeleton rows={2} what="您的参保信息" />;
    case 'refused':
      return <Refused problem={scan.problem} onAgain={() => setScan({ at: 'scanning' })} />;
  }
}

function Refused({ problem, onAgain }: { problem: unknown; onAgain: () => void }) {
  const { title, detail } = explained(problem);
  return (
    <>
      <Notice tone="error" title={title} detail={detail} />
      <Button icon="scan" onPress={onAgain}>
        再扫一次
      </Button>
      {hasCode(problem, 'credential-other-person') && <LogOutButton>退出登录，换这个人扫</LogOutButton>}
    </>
  );
}

function AgreeFirst() {
  return (
    <Page
      title="扫码前，请先同意"
      lead="扫码会用到您的姓名、证件号和参保信息。"
      actions={<PrivacyAgreeButton onAgree={() => answerPrivacy('agreed')}>同意，去扫码</PrivacyAgreeButton>}
    >
      <PrivacyNotice />
    </Page>
  );
}
