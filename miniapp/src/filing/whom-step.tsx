/** 「给谁办？」: a list, so that nobody enters themselves for somebody else. */
import type { GrantView } from '@yiban/shared-types/grants';
import type { ItemPage } from '@yiban/shared-types/catalogue';
import { filesThere } from '../item/files-there';
import { principalWords, untilWords } from '../grants/grant-words';
import { openAskForGrant } from '../navigation/open-page';
import { usePerson } from '../session/session';
import { Card } from '../ui/card';
import { Notice } from '../ui/notice';
import { Page } from '../ui/page';
import { Paragraph } from '../ui/paragraph';
import { Row } from '../ui/row';

interface WhomStepProps {
  item: ItemPage;
  /** Under which the item can be filed now. */
  grants: readonly GrantView[];
  onChoose: (whom: string) => Promise<void>;
}

export function WhomStep({ item, grants, onChoose }: WhomStepProps) {
  const person = usePerson();
  const own = person !== null && filesThere(item, person);
  return (
    <Page title="给谁办？" lead={item.name}>
      <Card flush>
        {own && <Row icon="me" title={`我自己 ${person.name}`} onPress={() => void onChoose('self')} />}
        {grants.map((grant) => (
          <Row
            key={grant.id}
            icon="me"
            title={principalWords(grant)}
            detail={`您代办，委托${untilWords(grant)}${grant.state === 'awaiting-check' ? '，受理时核对委托材料' : ''}`}
            onPress={() => void onChoose(grant.id)}
          />
        ))}
        <Row
          icon="plus"
          title="添加家人"
          detail="家人同意了，您就能代办"
          onPress={() => openAskForGrant(item.id, item.region)}
        />
      </Card>
      {!own && grants.length === 0 && (
        <Notice
          tone="info"
          title={`这是${item.regionName}的办法`}
          detail="您不在这里参保，只能替在这里参保的家人办。先点上面的「添加家人」。"
        />
      )}
      <Paragraph soft>选的是谁，就填谁的情况，材料也交谁的。每个人的分开保存，不会混在一起。</Paragraph>
    </Page>
  );
}
