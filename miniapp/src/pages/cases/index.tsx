import { CaseList } from '../../my-cases/case-list';
import { openCredential } from '../../navigation/open-page';
import { usePerson } from '../../session/session';
import { Empty } from '../../ui/empty';
import { Page } from '../../ui/page';

export default function Cases() {
  const person = usePerson();
  return (
    <Page title="我的办件" tab="cases">
      {person === null ? (
        <Empty
          icon="scan"
          title="先扫医保电子凭证"
          detail="扫过就能看到您的办件，办到哪一步都写着。"
          action={{ label: '去扫码', onPress: openCredential }}
        />
      ) : (
        <CaseList key={person.idNo} />
      )}
    </Page>
  );
}
