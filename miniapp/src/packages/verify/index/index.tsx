import { useState } from 'react';
import { usePageParameter } from '../../../navigation/page-parameter';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { Page } from '../../../ui/page';
import { Paragraph } from '../../../ui/paragraph';
import { TextField } from '../../../ui/text-field';
import { VerificationResult, verificationOf } from './verification-result';

/** Anyone checks a paper by the code or QR on it; no credential is needed. */
export default function Verify() {
  const given = normal(usePageParameter('code'));
  const [typed, setTyped] = useState(given);
  const [asked, setAsked] = useState(given);
  const [missing, setMissing] = useState(false);

  function check() {
    const code = normal(typed);
    setMissing(code === '');
    if (code === asked && code !== '') void verificationOf(code).refresh();
    else setAsked(code);
  }

  return (
    <Page title="查验文书真假" lead="用手机扫文书上的二维码，或在这里输入二维码旁边的验证码。">
      <Card>
        <TextField
          label="验证码"
          hint="字母和数字，不分大小写"
          value={typed}
          onChange={setTyped}
          maxLength={40}
          error={missing ? '请输入文书上的验证码' : undefined}
        />
        <Button onPress={check}>查验</Button>
      </Card>
      {asked !== '' && <VerificationResult key={asked} code={asked} />}
      <Paragraph small soft>
        请把这里显示的名称、姓名、机构、日期和手里的文书对一对，有一处不同就不要相信。
      </Paragraph>
    </Page>
  );
}

/** As it is printed: no blanks or dashes that people type between groups, capital letters. */
function normal(code: string): string {
  return code.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase();
}
