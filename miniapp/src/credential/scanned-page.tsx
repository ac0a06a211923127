/** After the scan: is that me? Then on with what one came for. */
import { goHome } from '../navigation/open-page';
import { usePerson } from '../session/session';
import { Button } from '../ui/button';
import { Card } from '../ui/card';
import { Notice } from '../ui/notice';
import { Page } from '../ui/page';
import { Row } from '../ui/row';
import { Enrolments } from './enrolments';

/** `onContinue` where another page waits for the scan. */
export function ScannedPage({ onContinue }: { onContinue: (() => void) | null }) {
  const person = usePerson();
  if (person === null) return null;
  return (
    <Page
      title={`${person.name}，您好`}
      lead="请看看是不是您本人。"
      actions={<Button onPress={onContinue ?? goHome}>{onContinue === null ? '看看能办什么' : '是我，继续办'}</Button>}
    >
      <Card flush>
        <Row title="姓名" value={person.name} />
        <Row title="证件号码" value={person.idNo} />
        <Row title="参保地" value={person.regionName ?? '还没有开通'} />
      </Card>
      {person.region === null && (
        <Notice
          tone="warn"
          title="您的参保地还没有开通网上办理"
          detail="请打参保地的医保电话 12393，或者到当地医保窗口办。这里的事项说明您还可以看。"
        />
      )}
      <Enrolments />
    </Page>
  );
}
