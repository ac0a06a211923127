import { Enrolments } from '../../../credential/enrolments';
import { openCredential } from '../../../navigation/open-page';
import { usePerson } from '../../../session/session';
import { Card } from '../../../ui/card';
import { Empty } from '../../../ui/empty';
import { Heading } from '../../../ui/heading';
import { Page } from '../../../ui/page';
import { Row } from '../../../ui/row';
import { Registrations } from './registrations';

/** What the platform knows of the person, asked now. */
export default function Queries() {
  const person = usePerson();
  if (person === null) {
    return (
      <Page title="查一查">
        <Empty
          icon="scan"
          title="先扫医保电子凭证"
          detail="参保信息只给本人看，扫过就能查。"
          action={{ label: '去扫码', onPress: openCredential }}
        />
      </Page>
    );
  }
  return (
    <Page title="我的参保" lead="来自医保平台，每次打开都重新查。">
      <Card flush>
        <Row title="姓名" value={person.name} />
        <Row title="证件号码" value={person.idNo} />
        <Row title="参保地" value={person.regionName ?? '还没有开通'} />
      </Card>
      <Enrolments />
      <Heading>异地就医备案</Heading>
      <Registrations region={person.region} />
    </Page>
  );
}
