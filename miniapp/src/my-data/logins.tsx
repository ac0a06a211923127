/** Where the person is logged in: a phone that was lost or given away is logged out from here. */
import { useState } from 'react';
import type { LoginView } from '@yiban/shared-types/session';
import { endOtherLogins, logins } from '../api/my-data';
import { explained } from '../api/problem';
import { kept, useKept } from '../kept/kept';
import { LoadProblem } from '../kept/load-problem';
import { Button } from '../ui/button';
import { Card } from '../ui/card';
import { Confirm } from '../ui/confirm';
import { Row } from '../ui/row';
import { Skeleton } from '../ui/skeleton';
import { shownInstant } from '../wording/dates';

const ownLogins = kept<readonly LoginView[]>({
  name: null,
  fetch: logins,
  isValue: (value): value is readonly LoginView[] => Array.isArray(value),
  personal: true,
});

export function Logins() {
  const { value, problem } = useKept(ownLogins);
  const [asking, setAsking] = useState(false);
  const [failed, setFailed] = useState<unknown>(null);
  if (value === null)
    return problem === null ? (
      <Skeleton rows={2} what="您的登录" />
    ) : (
      <LoadProblem problem={problem} onRetry={ownLogins.refresh} />
    );

  async function endOthers() {
    try {
      await endOtherLogins();
      await ownLogins.refresh();
      close();
    } catch (error) {
      setFailed(error);
    }
  }

  function close() {
    setFailed(null);
    setAsking(false);
  }

  const others = value.filter(({ own }) => !own).length;
  return (
    <>
      <Card flush title="在哪里登录着">
        {value.map(({ id, own, inWechat, usedLast }) => (
          <Row
            key={id}
            title={own ? '这部手机' : inWechat ? '别的微信' : '别的浏览器'}
            detail={`最近使用 ${shownInstant(usedLast)}`}
          />
        ))}
      </Card>
      {others > 0 && (
        <Button kind="secondary" onPress={() => setAsking(true)}>
          退出别的手机（{others} 处）
        </Button>
      )}
      <Confirm
        open={asking}
        title={failed === null ? '别处都退出登录吗？' : explained(failed).title}
        confirm="都退出"
        onConfirm={endOthers}
        onCancel={close}
      >
        {failed === null
          ? '手机丢了、送人了、不认得的登录，都可以退出。那边要重新扫您的医保电子凭证才能再用；这部手机不受影响。'
          : explained(failed).detail}
      </Confirm>
    </>
  );
}
