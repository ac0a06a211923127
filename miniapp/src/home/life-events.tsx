/** What happens in a life, as big tiles; each opens its items. */
import { View } from '@tarojs/components';
import type { ItemSummary } from '@yiban/shared-types/catalogue';
import { lifeEventsOf } from '../catalogue/life-events';
import { openItems } from '../navigation/open-page';
import { Heading } from '../ui/heading';
import './life-events.scss';

export function LifeEvents({ items }: { items: readonly ItemSummary[] }) {
  return (
    <View>
      <Heading>您遇到了什么事</Heading>
      <View className="life-events">
        {lifeEventsOf(items).map((event) => (
          <View
            key={event}
            className="life-event"
            hoverClass="is-pressed"
            ariaRole="button"
            onClick={() => openItems({ event })}
          >
            {event}
          </View>
        ))}
      </View>
    </View>
  );
}
