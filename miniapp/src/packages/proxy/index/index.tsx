import type { GrantView } from '@yiban/shared-types/grants';
import { grantMark, itemsWords, principalWords, untilWords } from '../../../grants/grant-words';
import { myGrants } from '../../../grants/my-grants';
import { useKept } from '../../../kept/kept';
import { LoadProblem } from '../../../kept/load-problem';
import { openAskForGrant, openCredential, openGrant } from '../../../navigation/open-page';
import { usePerson } from '../../../session/session';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { Empty } from '../../../ui/empty';
import { Foldable } from '../../../ui/foldable';
import { Page } from '../../../ui/page';
import { Paragraph } from '../../../ui/paragraph';
import { Row } from '../../../ui/row';
import { Skeleton } from '../../../ui/skeleton';

/** 委托与代办: for whom one acts, and who acts for oneself. */
export default function Grants() {
  const person = usePerson();
  if (person === null) {
    return (
      <Page title="委托与代办">
        <Empty
          icon="scan"
          title="先扫医保电子凭证"
          detail="扫一扫就知道您是谁，再看您替谁办、谁替您办。"
          action={{ label: '去扫码', onPress: openCredential }}
        />
      </Page>
    );
  }
  return <OwnGrants />;
}

function OwnGrants() {
  const { value, problem } = useKept(myGrants);
  const standing = value?.filter((one) => one.usable || one.state === 'requested') ?? [];
  const over = value?.filter((one) => !standing.includes(one)) ?? [];
  return (
    <Page title="委托与代办" actions={<Button onPress={() => openAskForGrant()}>替家人办，添加家人</Button>}>
      <LoadProblem problem={problem} onRetry={myGrants.refresh} stale={value !== null} />
      {value === null && problem === null && <Skeleton rows={3} what="委托" />}
      {value !== null && (
        <>
          <Part
            title="我替谁办"
            list={standing.filter(({ side }) => side === 'proxy')}
            empty="还没有。要替爸妈、爱人、孩子办，点下面的「添加家人」。"
          />
          <Part
            title="谁替我办"
            list={standing.filter(({ side }) => side === 'principal')}
            empty="还没有人替您办。家人想替您办，会发一个链接给您，您同意了才行。"
          />
        </>
      )}
      {over.length > 0 && (
        <Foldable title={`已经结束的（${over.length}）`}>
          {over.map((grant) => (
            <GrantRow key={grant.id} grant={grant} />
          ))}
        </Foldable>
      )}
    </Page>
  );
}

function Part({ title, list, empty }: { title: string; list: readonly GrantView[]; empty: string }) {
  if (list.length === 0) {
    return (
      <Card title={title}>
        <Paragraph soft>{empty}</Paragraph>
      </Card>
    );
  }
  return (
    <Card flush title={title}>
      {list.map((grant) => (
        <GrantRow key={grant.id} grant={grant} />
      ))}
    </Card>
  );
}

function GrantRow({ grant }: { grant: GrantView }) {
  const who = grant.side === 'proxy' ? principalWords(grant) : grant.proxy.name;
  return (
    <Row
      icon="me"
      title={who}
      detail={`${itemsWords(grant)}，${untilWords(grant)}`}
      mark={grantMark(grant)}
      onPress={() => openGrant(grant.id)}
    />
  );
}
