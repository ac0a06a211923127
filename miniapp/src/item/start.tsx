/**
 * What can be done about an item now: file it, look it up, or only be told why not here.
 * Which of them it is comes from the item's data and from who asks.
 */
import { openCredential, openFiling, openItem, openQueries, openQuery, openUnits } from '../navigation/open-page';
import type { ItemPage } from '@yiban/shared-types/catalogue';
import type { PersonView } from '@yiban/shared-types/session';
import { RegionNotServed } from '../credential/region-not-served';
import { termsOf } from '../grants/terms';
import { useKept } from '../kept/kept';
import { Button } from '../ui/button';
import { Card } from '../ui/card';
import { Notice } from '../ui/notice';
import { Row } from '../ui/row';
import { filesThere } from './files-there';

export type StartKind = 'proactive' | 'for-unit' | 'scan' | 'other-region' | 'query' | 'query-unit' | 'file';

export function startKind(page: ItemPage, person: PersonView | null): StartKind {
  if (page.mode === 'proactive') return 'proactive';
  const forPeople = page.applicants.includes('person');
  if (person === null) return 'scan';
  if (!forPeople) return page.form === null ? 'query-unit' : 'for-unit';
  if (!filesThere(page, person)) return 'other-region';
  return page.form === null ? 'query' : 'file';
}

export function hasStartButton(kind: StartKind): boolean {
  return kind === 'scan' || kind === 'query' || kind === 'query-unit' || kind === 'file' || kind === 'for-unit';
}

/** The button at the bottom of the page; none where there is nothing to press. */
export function StartButton({ page, kind }: { page: ItemPage; kind: StartKind }) {
  switch (kind) {
    case 'scan':
      return (
        <Button icon="scan" onPress={openCredential}>
          {page.form === null ? '扫医保码，查一查' : '扫医保码，开始办理'}
        </Button>
      );
    case 'query':
      return <Button onPress={openQueries}>查一查</Button>;
    case 'query-unit':
      return <Button onPress={() => openQuery('unit')}>查一查</Button>;
    case 'file':
      return <Button onPress={() => openFiling(page.id, page.region)}>开始办理</Button>;
    case 'for-unit':
      return <Button onPress={() => openUnits(page.id, page.region)}>替单位办理</Button>;
    case 'proactive':
    case 'other-region':
      return null;
  }
}

/** Why there is no button. */
export function StartNotice({ page, person, kind }: { page: ItemPage; person: PersonView | null; kind: StartKind }) {
  switch (kind) {
    case 'proactive':
      return (
        <Notice
          tone="info"
          title="这件事不用您申请"
          detail="医保经办机构会主动办理或公布；轮到您时，会发消息告诉您。"
        />
      );
    case 'other-region':
      return <OtherRegion page={page} person={person} />;
    case 'for-unit':
      return (
        <Notice
          tone="info"
          title="这件事由单位或医药机构办理"
          detail="个人不用办。您是单位经办人的，点下面的「替单位办理」。"
        />
      );
    case 'file':
      return page.applicants.includes('unit') ? <ForUnits page={page} /> : null;
    case 'scan':
    case 'query':
    case 'query-unit':
      return null;
  }
}

/** Whoever helps begins with 「给谁办」, so that they do not enter themselves. */
export function ForFamily({ page, kind }: { page: ItemPage; kind: StartKind }) {
  const offered = (kind === 'file' || kind === 'other-region') && page.form !== null;
  return offered ? <OfferedForFamily page={page} /> : null;
}

function OfferedForFamily({ page }: { page: ItemPage }) {
  const { value: terms } = useKept(termsOf(page.region));
  // What the region lets nobody file for another.
  if (terms !== null && !terms.items.some(({ id }) => id === page.id)) return null;
  return (
    <Card flush>
      <Row
        icon="me"
        title="替家人办"
        detail="爸妈、爱人、孩子的，他们同意了您就能办"
        onPress={() => openFiling(page.id, page.region, { whom: 'choose' })}
      />
    </Card>
  );
}

/** An item of both: what a unit files for its people is filed in the unit's name. */
function ForUnits({ page }: { page: ItemPage }) {
  return (
    <Notice
      tone="info"
      title="您是单位经办人吗？"
      detail="替单位给职工办的，从这里进。"
      action={{ label: '替单位办理', onPress: () => openUnits(page.id, page.region) }}
    />
  );
}

function OtherRegion({ page, person }: { page: ItemPage; person: PersonView | null }) {
  const own = person?.region ?? null;
  if (own === null) {
    return <RegionNotServed />;
  }
  return (
    <Notice
      tone="warn"
      title={`这是${page.regionName}的办法`}
      detail={`您在${person?.regionName ?? '别处'}参保，要按参保地的办法办。`}
      action={{ label: `看${person?.regionName ?? '参保地'}的`, onPress: () => openItem(page.id, own) }}
    />
  );
}
