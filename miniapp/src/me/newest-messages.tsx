/** The newest messages on 「我的」, and the way to all of them. */
import { useKept } from '../kept/kept';
import { LoadProblem } from '../kept/load-problem';
import { newestMessages } from '../messages/inbox';
import { MessageRow } from '../messages/message-row';
import { openMessages } from '../navigation/open-page';
import { Card } from '../ui/card';
import { Row } from '../ui/row';
import { Skeleton } from '../ui/skeleton';

const SHOWN = 3;

export function NewestMessages() {
  const { value, problem } = useKept(newestMessages);
  if (value === null) {
    return problem === null ? (
      <Skeleton rows={2} what="您的消息" />
    ) : (
      <LoadProblem problem={problem} onRetry={newestMessages.refresh} />
    );
  }
  const unread = value.items.filter(({ read }) => !read).length;
  return (
    <Card flush title={unread === 0 ? '消息' : `消息（${unread} 条未读）`}>
      {value.items.length === 0 && <Row title="还没有消息" detail="办件有进展时，会在这里告诉您。" />}
      {value.items.slice(0, SHOWN).map((message) => (
        <MessageRow key={message.id} message={message} />
      ))}
      {value.items.length > SHOWN && <Row title="全部消息" onPress={openMessages} />}
    </Card>
  );
}
