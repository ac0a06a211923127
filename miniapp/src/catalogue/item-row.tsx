/** One item of a list: its name, in one sentence what it is good for, and how long it takes. Opens its page. */
import type { ItemSummary } from '@yiban/shared-types/catalogue';
import { openItem } from '../navigation/open-page';
import { Row } from '../ui/row';
import { shownLimit } from '../wording/time-limit';

export function ItemRow({ item, region }: { item: ItemSummary; region: string }) {
  const limit = item.mode === 'proactive' ? '不用申请' : shownLimit(item.timeLimit);
  return (
    <Row
      title={item.name}
      detail={[item.summary, limit].filter(Boolean).join(' ')}
      onPress={() => openItem(item.id, region)}
    />
  );
}
