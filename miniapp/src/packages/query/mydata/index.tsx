import { useState } from 'react';
import { Closing } from '../../../my-data/closing';
import { Copy } from '../../../my-data/copy';
import { Logins } from '../../../my-data/logins';
import { goHome, openCredential } from '../../../navigation/open-page';
import { usePerson } from '../../../session/session';
import { Empty } from '../../../ui/empty';
import { Page } from '../../../ui/page';

/** 个人信息保护法 art. 45, 47: a copy to take along, and the end of the account; and where the person is logged in. */
export default function MyData() {
  const person = usePerson();
  const [keptCases, setKeptCases] = useState<readonly string[] | null>(null);
  if (keptCases !== null) return <Closed keptCases={keptCases} />;
  if (person === null)
    return (
      <Page title="我的信息和登录">
        <Empty
          icon="scan"
          title="先扫医保电子凭证"
          detail="您的信息只给本人看，扫过就能看到。"
          action={{ label: '去扫码', onPress: openCredential }}
        />
      </Page>
    );
  return (
    <Page title="我的信息和登录">
      <Logins />
      <Copy />
      <Closing onClosed={setKeptCases} />
    </Page>
  );
}

function Closed({ keptCases }: { keptCases: readonly string[] }) {
  const detail =
    keptCases.length === 0
      ? '这里不再有您的信息。以后想用，扫医保电子凭证就行。'
      : `草稿、照片、消息都删掉了。医保局按规定留存的申请：${keptCases.join('、')}。`;
  return (
    <Page title="账号注销了" onBack={null}>
      <Empty icon="check" title="已经退出登录" detail={detail} action={{ label: '回首页', onPress: goHome }} />
    </Page>
  );
}
