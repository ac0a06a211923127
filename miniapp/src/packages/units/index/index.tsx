import type { UnitView } from '@yiban/shared-types/units';
import { useKept } from '../../../kept/kept';
import { LoadProblem } from '../../../kept/load-problem';
import { openAddUnit, openCredential, openFilingFor, openUnit } from '../../../navigation/open-page';
import { usePageParameter } from '../../../navigation/page-parameter';
import { usePerson } from '../../../session/session';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { Empty } from '../../../ui/empty';
import { Page } from '../../../ui/page';
import { Paragraph } from '../../../ui/paragraph';
import { Row } from '../../../ui/row';
import { Skeleton } from '../../../ui/skeleton';
import { myUnits } from '../../../units/my-units';

/** Units that one acts for; with an item in the address: for which of them it is filed. */
export default function Units() {
  const person = usePerson();
  const item = usePageParameter('item');
  const region = usePageParameter('region');
  if (person === null) {
    return (
      <Page title="我的单位">
        <Empty
          icon="scan"
          title="先扫医保电子凭证"
          detail="扫一扫就知道您是谁，再添加您经办的单位。"
          action={{ label: '去扫码', onPress: openCredential }}
        />
      </Page>
    );
  }
  return <OwnUnits item={item} region={region} />;
}

function OwnUnits({ item, region }: { item: string; region: string }) {
  const { value, problem } = useKept(myUnits);
  const choosing = item !== '';
  const shown = value?.filter((unit) => !choosing || unit.region === region) ?? [];
  return (
    <Page
      title={choosing ? '替哪个单位办？' : '我的单位'}
      lead="您能代表哪些单位、医院、药店办事。"
      actions={
        <Button kind={shown.length === 0 ? 'primary' : 'secondary'} onPress={() => openAddUnit(item, region)}>
          添加单位
        </Button>
      }
    >
      <LoadProblem problem={problem} onRetry={myUnits.refresh} stale={value !== null} />
      {value === null && problem === null && <Skeleton rows={2} what="您的单位" />}
      {value !== null && shown.length === 0 && (
        <Paragraph>
          还没有添加单位。准备好统一社会信用代码；医保平台登记的经办人不是您的，还要一份盖公章的授权书。
        </Paragraph>
      )}
      {shown.length > 0 && (
        <Card flush>
          {shown.map((unit) => (
            <UnitRow
              key={unit.id}
              unit={unit}
              onPress={() => (choosing ? openFilingFor(unit.id, item, region) : openUnit(unit.id))}
            />
          ))}
        </Card>
      )}
    </Page>
  );
}

function UnitRow({ unit, onPress }: { unit: UnitView; onPress: () => void }) {
  return (
    <Row
      title={unit.name}
      detail={unit.creditCode}
      mark={unit.confirmed ? { words: '已核对', tone: 'good' } : { words: '授权书待核对', tone: 'warn' }}
      onPress={onPress}
    />
  );
}
