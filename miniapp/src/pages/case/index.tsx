import { CaseFor } from '../../case-for/case-for';
import { CasePage } from '../../case/case-page';
import { keptDraft } from '../../drafts/kept-draft';
import { useKept } from '../../kept/kept';
import { LoadProblem } from '../../kept/load-problem';
import { caseOf, newestCases } from '../../my-cases/my-cases';
import { goHome, openCredential } from '../../navigation/open-page';
import { usePageParameter } from '../../navigation/page-parameter';
import { usePerson } from '../../session/session';
import { Card } from '../../ui/card';
import { Empty } from '../../ui/empty';
import { Page } from '../../ui/page';
import { Row } from '../../ui/row';
import { Skeleton } from '../../ui/skeleton';
import { statusMark } from '../../wording/case-status';

/** One case, by the link of a message or of the list. */
export default function Case() {
  const id = usePageParameter('id');
  const person = usePerson();
  if (person === null || id === '') {
    return (
      <Page title="办件详情">
        <Empty
          icon="scan"
          title="先扫医保电子凭证"
          detail="办件只给本人和代办人看，扫过就能看到。"
          action={id === '' ? { label: '回首页', onPress: goHome } : { label: '去扫码', onPress: openCredential }}
        />
      </Page>
    );
  }
  return <OwnCase id={id} person={person.idNo} />;
}

function OwnCase({ id, person }: { id: string; person: string }) {
  const store = caseOf(id);
  const { value, problem } = useKept(store);
  const known = value ?? keptDraft(person, id);
  if (known !== null) {
    return (
      <CaseFor view={known}>
        <CasePage view={known} problem={problem} />
      </CaseFor>
    );
  }
  const summary = newestCases.state().value?.items.find((one) => one.id === id);
  return (
    <Page title={summary?.itemName ?? '办件详情'}>
      {summary !== undefined && (
        <Card flush>
          <Row title="状态" mark={statusMark(summary.status)} />
        </Card>
      )}
      {problem === null ? (
        <Skeleton rows={4} what="办件详情" />
      ) : (
        <LoadProblem problem={problem} onRetry={store.refresh} />
      )}
    </Page>
  );
}
