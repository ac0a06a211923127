/** On the case's page: how the conversation stands, and the way to it. */
import type { CaseView } from '@yiban/shared-types/cases';
import { openTalk } from '../navigation/open-page';
import { Card } from '../ui/card';
import { Row } from '../ui/row';
import { shownDate } from '../wording/dates';

export function TalkRow({ view: { id, conversation } }: { view: CaseView }) {
  if (conversation === null) return null;
  const { messages, answerDue } = conversation;
  return (
    <Card flush>
      <Row
        title="和医保部门对话"
        detail={answerDue === null ? `${messages} 条留言，请看回复` : `${shownDate(answerDue)}前回复您`}
        onPress={() => openTalk(id)}
      />
    </Card>
  );
}
