/** After the scan: is that me? Then on with what one came for. */
import { goHome } from '../navigation/open-page';
import { usePerson } from '../session/session';
import { noRegionWords } from '../session/uninsured';
import { Button } from '../ui/button';
import { Card } from '../ui/card';
import { Page } from '../ui/page';
import { Row } from '../ui/row';
import { Enrolments } from './enrolments';
import { RegionNotServed } from './region-not-served';

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
        <Row title="参保地" value={person.regionName ?? noRegionWords(person)} />
      </Card>
      {person.region === null ? <RegionNotServed /> : <Enrolments />}
    </Page>
  );
}
