/** One message: what happened, what to do. Opening it marks it read and goes to its case. */
import type { InboxEntry } from '@yiban/shared-types/inbox';
import { markRead } from '../api/me';
import { openCase } from '../navigation/open-page';
import { Row } from '../ui/row';
import { shownInstant } from '../wording/dates';
import { newestMessages } from './inbox';

export function MessageRow({ message }: { message: InboxEntry }) {
  const { id, caseId, title, body, at, read } = message;

  function open() {
    // Read or not, the way to the case must not wait for it; an unread mark that stays does no harm.
    if (!read) markRead(id).then(newestMessages.refresh, () => undefined);
    if (caseId !== null) openCase(caseId);
  }

  return (
    <Row
      title={read ? title : `【未读】${title}`}
      detail={`${shownInstant(at)}。${body}`}
      onPress={caseId === null && read ? undefined : open}
    />
  );
}
