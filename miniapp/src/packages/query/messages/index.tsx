import { inbox } from '../../../api/me';
import { LoadProblem } from '../../../kept/load-problem';
import { useOlderPages } from '../../../kept/older-pages';
import { newestMessages } from '../../../messages/inbox';
import { MessageRow } from '../../../messages/message-row';
import { openCredential } from '../../../navigation/open-page';
import { usePerson } from '../../../session/session';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { Empty } from '../../../ui/empty';
import { Page } from '../../../ui/page';
import { Skeleton } from '../../../ui/skeleton';

/** All messages, the newest first. */
export default function Messages() {
  const person = usePerson();
  return (
    <Page title="消息">
      {person === null ? (
        <Empty
          icon="scan"
          title="先扫医保电子凭证"
          detail="消息只给本人看，扫过就能看到。"
          action={{ label: '去扫码', onPress: openCredential }}
        />
      ) : (
        <MessageList />
      )}
    </Page>
  );
}

function MessageList() {
  const { list, problem, olderProblem, hasMore, loadMore } = useOlderPages(newestMessages, inbox);
  if (list === null) {
    return problem === null ? (
      <Skeleton rows={4} what="您的消息" />
    ) : (
      <LoadProblem problem={problem} onRetry={newestMessages.refresh} />
    );
  }
  if (list.length === 0) return <Empty icon="info" title="还没有消息" detail="办件有进展时，会在这里告诉您。" />;
  return (
    <>
      <LoadProblem problem={problem} onRetry={newestMessages.refresh} stale />
      <Card flush>
        {list.map((message) => (
          <MessageRow key={message.id} message={message} />
        ))}
      </Card>
      <LoadProblem problem={olderProblem} onRetry={loadMore} />
      {hasMore && olderProblem === null && (
        <Button kind="secondary" busyLabel="正在取更早的…" onPress={loadMore}>
          看更早的
        </Button>
      )}
    </>
  );
}
