import { Enrolments } from '../../../credential/enrolments';
import { RegionNotServed } from '../../../credential/region-not-served';
import { openCredential, openQuery } from '../../../navigation/open-page';
import { usePerson } from '../../../session/session';
import { noRegionWords } from '../../../session/uninsured';
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
        <Row title="参保地" value={person.regionName ?? noRegionWords(person)} />
      </Card>
      {person.region === null ? (
        <RegionNotServed />
      ) : (
        <>
          <Enrolments />
          <Card flush title="还可以查">
            <Row title="个人账户" detail="余额和每一笔收支" onPress={() => openQuery('accounts')} />
            <Row title="缴费记录" detail="每年缴了几个月、多少钱" onPress={() => openQuery('payments')} />
            <Row title="慢特病待遇" detail="认定了哪些病、到什么时候" onPress={() => openQuery('entitlements')} />
            <Row title="单位参保信息" detail="单位经办人查自己单位的" onPress={() => openQuery('unit')} />
          </Card>
          <Heading>异地就医备案</Heading>
          <Registrations region={person.region} />
        </>
      )}
    </Page>
  );
}
