import { useKept } from '../../../kept/kept';
import { LoadProblem } from '../../../kept/load-problem';
import { myGrants } from '../../../grants/my-grants';
import { openCredential, openGrants } from '../../../navigation/open-page';
import { usePageParameter } from '../../../navigation/page-parameter';
import { usePerson } from '../../../session/session';
import { Empty } from '../../../ui/empty';
import { Page } from '../../../ui/page';
import { Skeleton } from '../../../ui/skeleton';
import { OneGrant } from './one-grant';

/** One grant: what, until when, how it stands, and ending it. */
export default function Grant() {
  const id = usePageParameter('id');
  const person = usePerson();
  if (person === null) {
    return (
      <Page title="委托">
        <Empty
          icon="scan"
          title="先扫医保电子凭证"
          detail="委托只给双方自己看，扫过就能看到。"
          action={{ label: '去扫码', onPress: openCredential }}
        />
      </Page>
    );
  }
  return <Known key={person.idNo} id={id} />;
}

function Known({ id }: { id: string }) {
  const { value, problem, fetching } = useKept(myGrants);
  const grant = value?.find((one) => one.id === id);
  if (grant !== undefined) return <OneGrant grant={grant} problem={problem} />;
  return (
    <Page title="委托">
      <LoadProblem problem={problem} onRetry={myGrants.refresh} />
      {problem === null && (value === null || fetching) && <Skeleton rows={4} what="委托" />}
      {problem === null && value !== null && !fetching && (
        <Empty
          icon="info"
          title="没有找到这份委托"
          detail="可能是别人的，或者已经取消了。"
          action={{ label: '看我的委托', onPress: openGrants }}
        />
      )}
    </Page>
  );
}
