/** The principal's signature is waited for: the ways to get it. */
import type { GrantView } from '@yiban/shared-types/grants';
import { QrPicture } from '../../../grants/qr-picture';
import { ShareLink } from '../../../grants/share-link';
import { signingAddress } from '../../../grants/signing-address';
import { myGrants } from '../../../grants/my-grants';
import { called } from '../../../grants/relations';
import { openSignHere } from '../../../navigation/open-page';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { Notice } from '../../../ui/notice';
import { Paragraph } from '../../../ui/paragraph';
import { shownInstant } from '../../../wording/dates';

export function Waiting({ grant }: { grant: GrantView }) {
  const { id, link, relation } = grant;
  const whom = called(relation);
  const address = link === null ? null : signingAddress(link.code);
  return (
    <>
      <Notice tone="warn" title={`还要${whom}自己签名`} detail="签了就能办。下面选一种办法。" />
      <Card title={`${whom}就在身边`}>
        <Paragraph>打开{whom}的医保码，用这部手机扫，再签个名。</Paragraph>
        <Button icon="scan" onPress={() => openSignHere(id)}>
          请{whom}扫码、签名
        </Button>
      </Card>
      {address !== null && (
        <Card title={`${whom}不在身边`}>
          <Paragraph>
            把链接发给{whom}；或者让{whom}用自己的手机扫下面的码。
            {link !== null && `${shownInstant(link.expiresAt)} 前有效，只能用一次。`}
          </Paragraph>
          <ShareLink link={address} />
          <QrPicture text={address} label={`给${whom}扫的二维码`} />
        </Card>
      )}
      <Button kind="secondary" busyLabel="正在看…" onPress={myGrants.refresh}>
        看看签了没有
      </Button>
    </>
  );
}
