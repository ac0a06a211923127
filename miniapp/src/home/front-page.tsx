/** The front page: who one is, what waits, what can be done now, how to find the rest. */
import { useKept } from '../kept/kept';
import { LoadProblem } from '../kept/load-problem';
import { itemsOf } from '../catalogue/item-lists';
import { openPublicNotices, openRatings, openVerification } from '../navigation/open-page';
import { RegionChoices } from '../region/region-choices';
import { useRegionCode } from '../region/regions';
import { usePerson } from '../session/session';
import { isUninsured } from '../session/uninsured';
import { Card } from '../ui/card';
import { Page } from '../ui/page';
import { Row } from '../ui/row';
import { Skeleton } from '../ui/skeleton';
import { AllItems } from './all-items';
import { BeginEnrolment } from './begin-enrolment';
import { ItemSearch } from './item-search';
import { LifeEvents } from './life-events';
import { Suggestions } from './suggestions';
import { WaitingCases } from './waiting-cases';
import { Who } from './who';

export function FrontPage() {
  const person = usePerson();
  const region = useRegionCode();
  return (
    <Page title="医保易办" lead="备案、报销、查询，手机上办完。" tab="home">
      <Who />
      {person !== null && <WaitingCases />}
      {person !== null && person.region !== null && <Suggestions region={person.region} />}
      {region === null ? (
        <RegionChoices title={person === null ? '或者先选参保地，看看能办什么' : '看看各地能办什么'} />
      ) : (
        <WhatCanBeDone key={region} region={region} />
      )}
      <Card flush>
        <Row icon="check" title="查验文书真假" detail="输入文书上的验证码，谁都可以查" onPress={openVerification} />
        {region !== null && (
          <Row
            icon="info"
            title="大家的评价"
            detail="每件事办得怎么样，差评改了没有"
            onPress={() => openRatings(region)}
          />
        )}
        {region !== null && (
          <Row
            icon="info"
            title="公示"
            detail="哪些医院、药店申请医保定点，谁都可以看、可以提意见"
            onPress={() => openPublicNotices(region)}
          />
        )}
      </Card>
    </Page>
  );
}

function WhatCanBeDone({ region }: { region: string }) {
  const person = usePerson();
  const list = itemsOf(region);
  const { value, problem } = useKept(list);
  if (value === null) {
    return problem === null ? (
      <Skeleton rows={10} what="能办的事项" />
    ) : (
      <LoadProblem problem={problem} onRetry={list.refresh} />
    );
  }
  return (
    <>
      {person !== null && isUninsured(person) && <BeginEnrolment items={value} />}
      <LifeEvents items={value} />
      <ItemSearch region={region} known={value} />
      <AllItems items={value} />
    </>
  );
}
