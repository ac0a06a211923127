import { CaseFor } from '../../../case-for/case-for';
import { useKept } from '../../../kept/kept';
import { LoadProblem } from '../../../kept/load-problem';
import { caseOf } from '../../../my-cases/my-cases';
import { openCredential } from '../../../navigation/open-page';
import { usePageParameter } from '../../../navigation/page-parameter';
import { usePerson } from '../../../session/session';
import { TalkPage } from '../../../talk/talk-page';
import { Empty } from '../../../ui/empty';
import { Page } from '../../../ui/page';
import { Skeleton } from '../../../ui/skeleton';

/** The conversation about one of the person's cases. */
export default function Talk() {
  const id = usePageParameter('case');
  const person = usePerson();
  if (person === null) {
    return (
      <Page title="和医保部门对话">
        <Empty
          icon="scan"
          title="先扫医保电子凭证"
          detail="对话只给本人看，扫过就能看到。"
          action={{ label: '去扫码', onPress: openCredential }}
        />
      </Page>
    );
  }
  return <OwnTalk id={id} />;
}

function OwnTalk({ id }: { id: string }) {
  const store = caseOf(id);
  const { value, problem } = useKept(store);
  if (value !== null) {
    return (
      <CaseFor view={value}>
        <TalkPage view={value} />
      </CaseFor>
    );
  }
  return (
    <Page title="和医保部门对话">
      {problem === null ? <Skeleton rows={4} what="对话" /> : <LoadProblem problem={problem} onRetry={store.refresh} />}
    </Page>
  );
}
