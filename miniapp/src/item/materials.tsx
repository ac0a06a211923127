/** What to bring, and what not. */
import { View } from '@tarojs/components';
import type { Material } from '@yiban/shared-types/catalogue';
import { Card } from '../ui/card';
import { Heading } from '../ui/heading';
import { Paragraph } from '../ui/paragraph';
import { isForFree, waysOf, whenWanted } from './material-ways';

export function Materials({ materials }: { materials: readonly Material[] }) {
  const wanted = materials.filter((material) => !isForFree(material));
  const free = materials.filter(isForFree);
  return (
    <>
      <Card title="要准备什么">
        {wanted.length === 0 && <Paragraph>什么都不用准备，扫一下医保电子凭证就能办。</Paragraph>}
        {wanted.map((material) => (
          <OneMaterial key={material.id} material={material} />
        ))}
      </Card>
      {free.length > 0 && (
        <Card title="这些不用您带">
          {free.map((material) => (
            <OneMaterial key={material.id} material={material} />
          ))}
        </Card>
      )}
    </>
  );
}

function OneMaterial({ material }: { material: Material }) {
  const ways = waysOf(material);
  const when = whenWanted(material);
  return (
    <View>
      <Heading level={3}>{material.name}</Heading>
      {when !== null && <Paragraph soft>{when}</Paragraph>}
      {ways.length === 1 ? (
        <Paragraph>{ways[0]}</Paragraph>
      ) : (
        ways.map((way, index) => <Paragraph key={way}>{`${index === 0 ? '' : '或者：'}${way}`}</Paragraph>)
      )}
      {material.note !== undefined && <Paragraph soft>{material.note}</Paragraph>}
    </View>
  );
}
