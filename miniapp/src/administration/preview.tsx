/** Preview: what citizens will read differently, and the item's page as they will see it. */
import { View } from '@tarojs/components';
import type { RulesPreview } from '@yiban/shared-types/administration';
import { ItemDetails } from '../item/item-details';
import { Card } from '../ui/card';
import { Heading } from '../ui/heading';
import { Paragraph } from '../ui/paragraph';

/** Of a change of the windows, which every item shows, a few stand for all. */
const SHOWN = 3;

export function Preview({ preview }: { preview: RulesPreview }) {
  const { items, drafts, openCases } = preview;
  const pages = items.flatMap(({ page }) => (page === null ? [] : [page])).slice(0, 1);
  return (
    <View className="rules-columns">
      <View className="rules-column">
        <Card title="改了什么">
          {items.slice(0, SHOWN).map(({ id, name, differences }) => (
            <View key={id}>
              <Heading level={3}>{name}</Heading>
              {differences.map(({ what, before, after }) => (
                <View key={what} className="rules-difference">
                  <Paragraph small soft>
                    {what}
                  </Paragraph>
                  <View className="rules-before">
                    <Paragraph>原来：{before === '' ? '没有' : before}</Paragraph>
                  </View>
                  <View className="rules-after">
                    <Paragraph>改成：{after === '' ? '没有' : after}</Paragraph>
                  </View>
                </View>
              ))}
            </View>
          ))}
          {items.length > SHOWN && <Paragraph soft>还有 {items.length - SHOWN} 个事项一样地改。</Paragraph>}
        </Card>
        <Card title="影响谁">
          <Paragraph>{openCases} 个在办的办件按提交时的规则办完。</Paragraph>
          <Paragraph>{drafts} 份没提交的草稿从生效起按新规则，打开时会告诉本人改了什么。</Paragraph>
        </Card>
      </View>
      {pages.map((page) => (
        <View key={page.id} className="rules-column rules-phone" ariaRole="region" ariaLabel="群众看到的事项页">
          <Heading>{page.name}</Heading>
          <Paragraph>{page.summary}</Paragraph>
          <ItemDetails page={page} />
        </View>
      ))}
    </View>
  );
}
