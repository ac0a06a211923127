/** What each item comes to, in the order that is asked for. On a phone every item is a block of its own. */
import { useState } from 'react';
import { View } from '@tarojs/components';
import type { FigureLine, ItemFigures } from '@yiban/shared-types/figures';
import { Chip } from '../agency/chip';
import { daysInWords, orders, ratingInWords, shareOf, type Order } from './figure-words';

interface Column {
  readonly term: string;
  readonly words: (line: FigureLine) => string;
}

const columns: readonly Column[] = [
  { term: '申请', words: ({ submitted }) => String(submitted) },
  { term: '即时办结', words: ({ immediate, submitted }) => shareOf(immediate, submitted) },
  { term: '退回补正', words: ({ sentBack, submitted }) => shareOf(sentBack, submitted) },
  { term: '受理用时', words: ({ daysToAccept }) => daysInWords(daysToAccept) },
  { term: '办结用时', words: ({ daysToClose }) => daysInWords(daysToClose) },
  { term: '不予受理', words: ({ declined }) => String(declined) },
  { term: '在办', words: ({ open }) => String(open) },
  { term: '超期', words: ({ overdue }) => String(overdue) },
  { term: '评价', words: ratingInWords },
];

export function ItemTable({ items }: { items: readonly ItemFigures[] }) {
  const [order, setOrder] = useState<Order>('submitted');
  const of = orders.find((one) => one.order === order)?.of ?? orders[0].of;
  return (
    <>
      <View className="figures-orders" ariaRole="radiogroup" ariaLabel="事项的顺序">
        {orders.map((one) => (
          <Chip key={one.order} role="radio" chosen={one.order === order} onPress={() => setOrder(one.order)}>
            {one.name}
          </Chip>
        ))}
      </View>
      <View className="figures-table" ariaRole="table" ariaLabel="各事项">
        <View className="figures-row figures-heads" ariaRole="row">
          {['事项', ...columns.map(({ term }) => term)].map((term) => (
            <View key={term} className="figures-cell" ariaRole="columnheader">
              {term}
            </View>
          ))}
        </View>
        {[...items]
          .sort((a, b) => of(b) - of(a))
          .map((line) => (
            <View key={line.item} className="figures-row" ariaRole="row">
              <View className="figures-cell figures-item" ariaRole="rowheader">
                {line.name}
              </View>
              {columns.map(({ term, words }) => (
                <View
                  key={term}
                  className={`figures-cell ${term === '超期' && line.overdue > 0 ? 'is-late' : ''}`}
                  ariaRole="cell"
                >
                  <View className="figures-term">{term}</View>
                  <View>{words(line)}</View>
                </View>
              ))}
            </View>
          ))}
      </View>
    </>
  );
}
