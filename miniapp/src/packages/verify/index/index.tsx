import { useEffect, useState } from 'react';
import type { DocumentVerification } from '@yiban/shared-types/documents';
import { verification } from '../../../api/verification';
import { explained, hasCode, NoAnswer } from '../../../api/problem';
import { usePageParameter } from '../../../navigation/page-parameter';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { Notice } from '../../../ui/notice';
import { Page } from '../../../ui/page';
import { Paragraph } from '../../../ui/paragraph';
import { Skeleton } from '../../../ui/skeleton';
import { TextField } from '../../../ui/text-field';
import { VerifiedDocument } from './verified-document';

type Check =
  | { readonly at: 'idle' }
  | { readonly at: 'asking' }
  | { readonly at: 'found'; readonly document: DocumentVerification }
  | { readonly at: 'failed'; readonly problem: unknown };

/** Anyone checks a paper by the code or QR on it; no credential is needed. */
export default function Verify() {
  const given = normal(usePageParameter('code'));
  const [code, setCode] = useState(given);
  const [missing, setMissing] = useState(false);
  const [check, setCheck] = useState<Check>({ at: given === '' ? 'idle' : 'asking' });

  async function ask(asked: string) {
    setMissing(asked === '');
    if (asked === '') return;
    setCheck({ at: 'asking' });
    try {
      setCheck({ at: 'found', document: await verification(asked) });
    } catch (problem) {
      setCheck({ at: 'failed', problem });
    }
  }

  useEffect(() => {
    if (given !== '') void ask(given);
  }, [given]);

  return (
    <Page title="查验文书真假" lead="文书右上角有二维码和验证码，扫码或输入都行。">
      <Card>
        <TextField
          label="验证码"
          hint="字母和数字，不分大小写"
          value={code}
          onChange={setCode}
          maxLength={40}
          error={missing ? '请输入文书上的验证码' : undefined}
        />
        <Button busyLabel="正在查…" onPress={() => ask(normal(code))}>
          查验
        </Button>
      </Card>
      {check.at === 'asking' && <Skeleton rows={3} what="查验结果" />}
      {check.at === 'found' && <VerifiedDocument document={check.document} />}
      {check.at === 'failed' && <Failed problem={check.problem} onRetry={() => ask(normal(code))} />}
      <Paragraph small soft>
        请把这里显示的名称、姓名、机构、日期和手里的文书对一对，有一处不同就不要相信。
      </Paragraph>
    </Page>
  );
}

function Failed({ problem, onRetry }: { problem: unknown; onRetry: () => Promise<void> }) {
  if (hasCode(problem, 'verification-not-found')) {
    return (
      <Notice
        tone="error"
        title="没有查到这份文书"
        detail="请核对验证码有没有输错。没输错还查不到，这份文书就不是本系统开出的，请不要相信，可以打上面的电话核实。"
      />
    );
  }
  const { title, detail } = explained(problem);
  return (
    <Notice
      tone="error"
      title={title}
      detail={problem instanceof NoAnswer ? '没有查成，不能说明文书真假。请检查网络再查一次。' : detail}
      action={{ label: '再查一次', onPress: onRetry }}
    />
  );
}

/** As it is printed: no blanks or dashes that people type between groups, capital letters. */
function normal(code: string): string {
  return code.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase();
}
