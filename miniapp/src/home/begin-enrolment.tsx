/** For someone who is insured nowhere yet: how to begin, in the region that they chose. */
import { useState } from 'react';
import type { ItemSummary } from '@yiban/shared-types/catalogue';
import { ItemRow } from '../catalogue/item-row';
import { RegionSheet } from '../region/region-sheet';
import { useRegion } from '../region/regions';
import { Card } from '../ui/card';
import { Row } from '../ui/row';

export function BeginEnrolment({ items }: { items: readonly ItemSummary[] }) {
  const region = useRegion();
  const [choosing, setChoosing] = useState(false);
  if (region === null) return null;
  return (
    <>
      <Card flush title="您现在可以办">
        {beginnings(items).map((item) => (
          <ItemRow key={item.id} item={item} region={region.code} />
        ))}
        <Row
          title="在哪里参保"
          detail="户口所在地，或者办了居住证的地方"
          value={region.name}
          onPress={() => setChoosing(true)}
        />
      </Card>
      <RegionSheet open={choosing} onClose={() => setChoosing(false)} />
    </>
  );
}

/** What people file for themselves alone comes before what units file too. */
function beginnings(items: readonly ItemSummary[]): readonly ItemSummary[] {
  const own = items.filter(({ beginsEnrolment }) => beginsEnrolment);
  return own.sort((a, b) => Number(a.applicants.includes('unit')) - Number(b.applicants.includes('unit')));
}
