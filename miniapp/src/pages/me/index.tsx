import { LogOutButton } from '../../credential/log-out-button';
import { NewestMessages } from '../../me/newest-messages';
import { Settings } from '../../me/settings';
import { AgencyWindow } from '../../me/window';
import {
  openAgency,
  openCredential,
  openGrants,
  openMyData,
  openQueries,
  openUnits,
  openVerification,
} from '../../navigation/open-page';
import { usePerson } from '../../session/session';
import { Button } from '../../ui/button';
import { Card } from '../../ui/card';
import { Page } from '../../ui/page';
import { Paragraph } from '../../ui/paragraph';
import { Row } from '../../ui/row';

export default function Me() {
  const person = usePerson();
  return (
    <Page title="我的" tab="me">
      {person === null ? <Stranger /> : <Known name={person.name} idNo={person.idNo} />}
      <Settings />
      <AgencyWindow />
      {person !== null && <LogOutButton>退出登录</LogOutButton>}
      <Card flush>
        <Row title="查验文书真假" onPress={openVerification} />
        <Row title="经办人员入口" onPress={openAgency} />
      </Card>
    </Page>
  );
}

function Stranger() {
  return (
    <Card title="还没有扫码">
      <Paragraph soft>扫医保电子凭证，就能看到您的参保信息、办件和消息。</Paragraph>
      <Button icon="scan" onPress={openCredential}>
        扫医保电子凭证
      </Button>
    </Card>
  );
}

function Known({ name, idNo }: { name: string; idNo: string }) {
  return (
    <>
      <Card flush>
        <Row icon="me" title={name} detail={idNo} />
        <Row title="我的参保和异地备案" detail="参保状态、正在生效的备案，可以取消备案" onPress={openQueries} />
        <Row title="委托与代办" detail="您替谁办、谁替您办，随时可以撤回" onPress={openGrants} />
        <Row title="我的单位" detail="替单位、医院、药店办事的经办人" onPress={() => openUnits()} />
        <Row title="我的信息和登录" detail="存一份、退出别的手机、注销账号" onPress={openMyData} />
      </Card>
      <NewestMessages />
    </>
  );
}
