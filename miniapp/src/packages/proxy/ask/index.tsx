import { useState } from 'react';
import { openCredential } from '../../../navigation/open-page';
import { usePageParameter } from '../../../navigation/page-parameter';
import { useRegionCode } from '../../../region/regions';
import { usePerson } from '../../../session/session';
import { Empty } from '../../../ui/empty';
import { Page } from '../../../ui/page';
import { Asking } from './asking';

/** Asks a relative for the right to file for them: one question a page. */
export default function Ask() {
  const person = usePerson();
  const item = usePageParameter('item');
  const asked = usePageParameter('region');
  const known = useRegionCode();
  const [region] = useState(asked === '' ? known : asked);
  if (person === null || region === null) {
    return (
      <Page title="添加家人">
        <Empty
          icon="scan"
          title="先扫您自己的医保电子凭证"
          detail="要先知道是谁替家人办，再请家人同意。"
          action={{ label: '去扫码', onPress: openCredential }}
        />
      </Page>
    );
  }
  return <Asking key={person.idNo} person={person.idNo} item={item} region={region} />;
}
