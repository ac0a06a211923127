/** Who the app speaks to: the person of the credential, masked, with their region; or how to say who one is. */
import { useState } from 'react';
import { openCredential, openQueries } from '../navigation/open-page';
import { RegionSheet } from '../region/region-sheet';
import { useRegion } from '../region/regions';
import { usePerson } from '../session/session';
import { noRegionWords } from '../session/uninsured';
import { Button } from '../ui/button';
import { Card } from '../ui/card';
import { Paragraph } from '../ui/paragraph';
import { Row } from '../ui/row';

export function Who() {
  const person = usePerson();
  const region = useRegion();
  const [choosing, setChoosing] = useState(false);
  if (person !== null) {
    return (
      <Card flush>
        <Row
          icon="me"
          title={person.name}
          detail={
            person.regionName === null
              ? `${noRegionWords(person)}，点开看怎么办`
              : `${person.regionName}，点开看参保状态`
          }
          onPress={openQueries}
        />
      </Card>
    );
  }
  return (
    <Card title="先扫您的医保码">
      <Paragraph soft>扫过就知道您是谁、在哪里参保，不用填身份证，不用注册。</Paragraph>
      <Button icon="scan" onPress={openCredential}>
        扫医保电子凭证
      </Button>
      {region !== null && (
        <Button kind="quiet" onPress={() => setChoosing(true)}>
          {`换参保地（${region.name}）`}
        </Button>
      )}
      <RegionSheet open={choosing} onClose={() => setChoosing(false)} />
    </Card>
  );
}
