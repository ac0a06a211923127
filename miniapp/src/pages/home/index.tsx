import { Card } from '../../ui/card';
import { Button } from '../../ui/button';
import { Page } from '../../ui/page';
import { Row } from '../../ui/row';

export default function Home() {
  return (
    <Page title="医保易办" lead="备案、报销、查询，手机上办完。" tab="home">
      <Card title="先扫您的医保码">
        <Button icon="scan" onPress={() => {}}>
          扫医保电子凭证
        </Button>
      </Card>
      <Card flush title="常办的事">
        <Row title="异地安置退休人员备案" detail="当场办结" onPress={() => {}} />
      </Card>
    </Page>
  );
}
