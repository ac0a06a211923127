/** QueueSearch: one item of all, and a case by its number. */
import { Input, View } from '@tarojs/components';
import { itemsOf } from '../catalogue/item-lists';
import { useKept } from '../kept/kept';
import { PickOne } from './pick-one';

interface QueueSearchProps {
  region: string;
  item: string | null;
  number: string;
  onItem: (item: string | null) => void;
  onNumber: (number: string) => void;
}

export function QueueSearch({ region, item, number, onItem, onNumber }: QueueSearchProps) {
  const { value } = useKept(itemsOf(region));
  const items = value ?? [];
  const names = ['所有事项', ...items.map(({ name }) => name)];
  const at = items.findIndex(({ id }) => id === item) + 1;
  return (
    <View className="queue-search">
      <PickOne label="事项" names={names} at={at} onPick={(chosen) => onItem(items[chosen - 1]?.id ?? null)} />
      <View className="queue-number-entry">
        <Input
          className="queue-number-input"
          type="text"
          maxlength={24}
          value={number}
          placeholder="编号，或后几位"
          ariaLabel="编号，或后几位"
          onInput={(event) => onNumber(event.detail.value.trim())}
        />
      </View>
    </View>
  );
}
