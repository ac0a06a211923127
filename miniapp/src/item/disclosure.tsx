/** The eleven elements of public disclosure, each with its source; folded away until someone wants them. */
import { View } from '@tarojs/components';
import type { DisclosureElement, ItemPage } from '@yiban/shared-types/catalogue';
import { Foldable } from '../ui/foldable';
import { Heading } from '../ui/heading';
import { Paragraph } from '../ui/paragraph';
import { sourceWords } from './sources';

const ELEMENTS: readonly DisclosureElement[] = [
  '事项名称',
  '事项简述',
  '办理材料',
  '办理方式',
  '办理时限',
  '结果送达',
  '收费依据及标准',
  '办事时间',
  '办理机构及地点',
  '咨询查询途径',
  '监督投诉渠道',
];

export function Disclosure({ page }: { page: ItemPage }) {
  return (
    <Foldable title="公开事项十一要素">
      {ELEMENTS.map((element) => (
        <View key={element}>
          <Heading level={3}>{element}</Heading>
          {page.disclosure[element].split('\n').map((line) => (
            <Paragraph key={line}>{line}</Paragraph>
          ))}
          <Paragraph small soft>
            来源：{sourceWords(page, element)}
          </Paragraph>
        </View>
      ))}
    </Foldable>
  );
}
