/** Everything that was missing or wrong, told at once, with the names that the item's page gives things. */
import type { NoticeItem, SupplementNotice } from '@yiban/shared-types/cases';
import type { ItemPage } from '@yiban/shared-types/catalogue';
import { Card } from '../ui/card';
import { Row } from '../ui/row';
import { shownInstant } from '../wording/dates';

export function OneTimeNotice({ notice, page }: { notice: SupplementNotice; page: ItemPage | null }) {
  return (
    <Card flush title={`要补的就这些（${notice.items.length} 项）`}>
      {notice.items.map((item, index) => (
        <Row
          key={`${item.material ?? ''}${item.question ?? ''}${item.reason}`}
          title={`${index + 1}. ${nameOf(item, page)}`}
          detail={item.reason}
        />
      ))}
      <Row title="告知时间" value={shownInstant(notice.at)} />
    </Card>
  );
}

function nameOf({ material, question }: NoticeItem, page: ItemPage | null): string {
  const named =
    page?.materials.find(({ id }) => id === material)?.name ??
    page?.form?.questions.find(({ id }) => id === question)?.term;
  return named ?? (material === null ? '填写的内容' : '材料');
}
