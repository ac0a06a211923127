/** All items of the region by their official groups. */
import type { ItemSummary } from '@yiban/shared-types/catalogue';
import { groupsOf } from '../catalogue/life-events';
import { openItems } from '../navigation/open-page';
import { Card } from '../ui/card';
import { Row } from '../ui/row';

export function AllItems({ items }: { items: readonly ItemSummary[] }) {
  return (
    <Card flush title={`全部事项（${items.length} 项）`}>
      {groupsOf(items).map((group) => (
        <Row
          key={group}
          title={group}
          detail={`${items.filter((item) => item.group === group).length} 项`}
          onPress={() => openItems({ group })}
        />
      ))}
    </Card>
  );
}
