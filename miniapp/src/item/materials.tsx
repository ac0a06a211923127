/** What to bring, and what not. */
import { View } from '@tarojs/components';
import type { Material } from '@yiban/shared-types/catalogue';
import { Card } from '../ui/card';
import { Paragraph } from '../ui/paragraph';
import { Row } from '../ui/row';
import { isForFree, waysOf } from './material-ways';

export function Materials({ materials }: { materials: readonly Material[] }) {
  const wanted = materials.filter((material) => !isForFree(material)).map(waysOf);
  const free = materials.filter(isForFree);
  return (
    <>
      <Card flush title="要准备什么">
        {wanted.length === 0 && <Row title="什么都不用准备" detail="扫一下医保电子凭证就能办。" />}
        {wanted.map(({ id, name, when, ways, note }) => (
          <View key={id}>
            <Row title={name} detail={[when, ways.join('；或者'), note].filter(Boolean).join('。')} />
          </View>
        ))}
      </Card>
      {free.length > 0 && (
        <Card title="这些不用您带">
          <Paragraph>{free.map(({ name }) => name).join('；')}。扫医保电子凭证就行，其余由系统查、系统填。</Paragraph>
        </Card>
      )}
    </>
  );
}
