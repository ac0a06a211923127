/** What a proactive item publishes for everyone to read: the standards of medical aid in the region. */
import { View } from '@tarojs/components';
import type { AidStandards } from '@yiban/shared-types/catalogue';
import { aidStandards } from '../api/catalogue';
import { kept, keptByKey, useKept } from '../kept/kept';
import { LoadProblem } from '../kept/load-problem';
import { hasText } from '../kept/shapes';
import { Card } from '../ui/card';
import { Heading } from '../ui/heading';
import { Paragraph } from '../ui/paragraph';
import { Skeleton } from '../ui/skeleton';

const standardsOf = keptByKey((region) =>
  kept<AidStandards>({
    name: `aid-standards.${region}`,
    fetch: () => aidStandards(region),
    isValue: (value): value is AidStandards => hasText(value, 'introduction', 'regionName'),
  }),
);

export function PublishedStandards({ region }: { region: string }) {
  const store = standardsOf(region);
  const { value, problem } = useKept(store);
  if (value === null) {
    return problem === null ? (
      <Skeleton rows={4} what="救助标准" />
    ) : (
      <LoadProblem problem={problem} onRetry={store.refresh} />
    );
  }
  return (
    <Card title={`${value.regionName}的救助标准`}>
      <Paragraph>{value.introduction}</Paragraph>
      {value.standards.map(({ id, who, expenses, rate, deductible, ceiling }) => (
        <View key={id}>
          <Heading level={3}>{who}</Heading>
          <Paragraph>
            {expenses}：{rate}
          </Paragraph>
          {deductible !== null && <Paragraph soft>起付标准：{deductible}</Paragraph>}
          {ceiling !== null && <Paragraph soft>年度限额：{ceiling}</Paragraph>}
        </View>
      ))}
    </Card>
  );
}
