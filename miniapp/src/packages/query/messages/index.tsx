import { useState } from 'react';
import type { InboxEntry, InboxPage } from '@yiban/shared-types/inbox';
import { inbox } from '../../../api/me';
import { useKept } from '../../../kept/kept';
import { LoadProblem } from '../../../kept/load-problem';
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
  const { value: newest, problem } = useKept(newestMessages);
  const [older, setOlder] = useState<InboxPage | null>(null);
  const [olderProblem, setOlderProblem] = useState<unknown>(null);
  const cursor = older === null ? (newest?.nextCursor ?? null) : older.nextCursor;

  async function more() {
    if (cursor === null) return;
    try {
      const page = await inbox(cursor);
      setOlderProblem(null);
      setOlder((before) => ({ items: [...(before?.items ?? []), ...page.items], nextCursor: page.nextCursor }));
    } catch (failure) {
      setOlderProblem(failure);
    }
  }

  if (newest === null) {
    return problem === null ? (
      <Skeleton rows={4} what="您的消息" />
    ) : (
      <LoadProblem problem={problem} onRetry={newestMessages.refresh} />
    );
  }
  const list = eachOnce([...newest.items, ...(older?.items ?? [])]);
  if (list.length === 0) return <Empty icon="info" title="还没有消息" detail="办件有进展时，会在这里告诉您。" />;
  return (
    <>
      <LoadProblem problem={problem} onRetry={newestMessages.refresh} stale />
      <Card flush>
        {list.map((message) => (
          <MessageRow key={message.id} message={message} />
        ))}
      </Card>
      <LoadProblem problem={olderProblem} onRetry={more} />
      {cursor !== null && olderProblem === null && (
        <Button kind="secondary" busyLabel="正在取更早的…" onPress={more}>
          看更早的
        </Button>
      )}
    </>
  );
}

function eachOnce(list: readonly InboxEntry[]): readonly InboxEntry[] {
  return [...new Map(list.map((one) => [one.id, one])).values()];
}
