/** Type size, region and privacy notice: what can be set on this phone. */
import { useState } from 'react';
import { setTypeMode, useElderMode } from '../elder/elder-mode';
import { answerPrivacy, usePrivacyConsent } from '../privacy/consent';
import { PrivacyAgreeButton } from '../privacy/privacy-agree-button';
import { PrivacyNotice } from '../privacy/privacy-notice';
import { RegionSheet } from '../region/region-sheet';
import { useRegion } from '../region/regions';
import { usePerson } from '../session/session';
import { Card } from '../ui/card';
import { Row } from '../ui/row';
import { Sheet } from '../ui/sheet';

export function Settings() {
  const { elder } = useElderMode();
  const person = usePerson();
  const region = useRegion();
  const ownRegion = person?.regionName ?? null;
  const [open, setOpen] = useState<'region' | 'privacy' | null>(null);
  const close = () => setOpen(null);
  return (
    <Card flush title="设置">
      <Row
        icon="letters"
        title={elder ? '换回标准版' : '换成长辈版'}
        detail={elder ? '字小一些' : '字更大，按钮更大'}
        onPress={() => setTypeMode(elder ? 'normal' : 'elder')}
      />
      {ownRegion === null ? (
        <Row
          title={person === null ? '参保地' : '看哪里的事项'}
          value={region?.name ?? '还没选'}
          onPress={() => setOpen('region')}
        />
      ) : (
        <Row title="参保地" value={ownRegion} />
      )}
      <Row title="个人信息怎么用" onPress={() => setOpen('privacy')} />
      <RegionSheet open={open === 'region'} onClose={close} />
      <PrivacySheet open={open === 'privacy'} onClose={close} />
    </Card>
  );
}

function PrivacySheet({ open, onClose }: { open: boolean; onClose: () => void }) {
  const consent = usePrivacyConsent();
  return (
    <Sheet open={open} title="个人信息怎么用" onClose={onClose}>
      <PrivacyNotice />
      {consent !== 'agreed' && <PrivacyAgreeButton onAgree={() => answerPrivacy('agreed')}>同意</PrivacyAgreeButton>}
    </Sheet>
  );
}
