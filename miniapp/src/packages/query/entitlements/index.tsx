import type { EntitlementsView } from '@yiban/shared-types/live-records';
import { entitlements } from '../../../api/live-records';
import { kept } from '../../../kept/kept';
import { hasText } from '../../../kept/shapes';
import { LivePage } from '../../../live-records/live-page';
import { openItems } from '../../../navigation/open-page';
import { Card } from '../../../ui/card';
import { Empty } from '../../../ui/empty';
import { Row } from '../../../ui/row';
import { shownDate } from '../../../wording/dates';

const ownEntitlements = kept<EntitlementsView>({
  name: null,
  fetch: entitlements,
  isValue: (value): value is EntitlementsView => hasText(value, 'source', 'asOf'),
  personal: true,
});

/** 门诊慢特病待遇: which diseases, at which hospital, until when. */
export default function Entitlements() {
  return (
    <LivePage title="慢特病待遇" what="您的慢特病待遇" store={ownEntitlements}>
      {(view) => (
        <>
          {view.entitlements.length === 0 && (
            <Empty
              icon="info"
              title="还没有认定的慢特病"
              detail="得了高血压、糖尿病等慢性病，认定以后，门诊看病买药能多报一些。"
              action={{ label: '看看怎么认定', onPress: () => openItems({ event: '慢性病' }) }}
            />
          )}
          {view.entitlements.map(({ id, disease, hospital, begins, ends, inForce }) => (
            <Card key={id} flush title={disease}>
              <Row
                title="待遇"
                mark={inForce ? { words: '正在享受', tone: 'good' } : { words: '已经结束', tone: 'plain' }}
              />
              {hospital !== '' && <Row title="定点医院" value={hospital} />}
              <Row
                title="有效期"
                value={`${shownDate(begins)} 起，${ends === null ? '长期有效' : `到 ${shownDate(ends)}`}`}
              />
            </Card>
          ))}
        </>
      )}
    </LivePage>
  );
}
