/** Type size, region and privacy notice: what can be set on this phone. */
import { useState } from 'react';
import { setTypeMode, useElderMode } from '../elder/elder-mode';
import { explained } from '../api/problem';
import { answerPrivacy, usePrivacyConsent } from '../privacy/consent';
import { withdrawConsent } from '../privacy/consent-on-record';
import { PrivacyAgreeButton } from '../privacy/privacy-agree-button';
import { PrivacyNotice } from '../privacy/privacy-notice';
import { RegionSheet } from '../region/region-sheet';
import { useRegion } from '../region/regions';
import { usePerson } from '../session/session';
import { Button } from '../ui/button';
import { Card } from '../ui/card';
import { Confirm } from '../ui/confirm';
import { Row } from '../ui/row';
import { Sheet } from '../ui/sheet';
import { GivenConsents } from './given-consents';

export function Settings() {
  const { elder } = useElderMode();
  const person = usePerson();
  const region = useRegion();
  const ownRegion = person?.regionName ?? null;
  const [open, setOpen] = useState<'region' | 'privacy' | 'withdrawal' | null>(null);
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
      <PrivacySheet open={open === 'privacy'} onWithdraw={() => setOpen('withdrawal')} onClose={close} />
      <Withdrawal open={open === 'withdrawal'} onClose={close} />
    </Card>
  );
}

interface SheetProps {
  readonly open: boolean;
  readonly onClose: () => void;
}

function PrivacySheet({ open, onWithdraw, onClose }: SheetProps & { readonly onWithdraw: () => void }) {
  const consent = usePrivacyConsent();
  const person = usePerson();
  return (
    <Sheet open={open} title="个人信息怎么用" onClose={onClose}>
      <PrivacyNotice />
      {person !== null && <GivenConsents />}
      {consent === 'agreed' ? (
        <Button kind="secondary" onPress={onWithdraw}>
          我不同意了，撤回同意
        </Button>
      ) : (
        <PrivacyAgreeButton onAgree={() => answerPrivacy('agreed')}>同意</PrivacyAgreeButton>
      )}
    </Sheet>
  );
}

function Withdrawal({ open, onClose }: SheetProps) {
  const [problem, setProblem] = useState<unknown>(null);

  function close() {
    setProblem(null);
    onClose();
  }

  async function withdraw() {
    try {
      await withdrawConsent();
      close();
    } catch (error) {
      setProblem(error);
    }
  }

  return (
    <Confirm
      open={open}
      title={problem === null ? '要撤回同意吗？' : explained(problem).title}
      confirm="撤回，退出登录"
      danger
      onConfirm={withdraw}
      onCancel={close}
    >
      {problem === null
        ? '撤回后会退出登录，以后不再用您的信息。已提交的申请照常办理，想再用时重新同意、扫医保电子凭证就行。'
        : explained(problem).detail}
    </Confirm>
  );
}
