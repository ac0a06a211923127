/** Leaves the session, after asking once. What was filed and the drafts stay with the agency. */
import { useState } from 'react';
import type { PropsWithChildren } from 'react';
import { endSession } from '../session/session';
import { Button } from '../ui/button';
import { Confirm } from '../ui/confirm';

export function LogOutButton({ onDone, children }: PropsWithChildren<{ onDone?: () => void }>) {
  const [asking, setAsking] = useState(false);

  async function leave() {
    await endSession();
    setAsking(false);
    onDone?.();
  }

  return (
    <>
      <Button kind="danger" onPress={() => setAsking(true)}>
        {children}
      </Button>
      <Confirm
        open={asking}
        title="要退出登录吗？"
        confirm="退出登录"
        danger
        onConfirm={leave}
        onCancel={() => setAsking(false)}
      >
        已提交的申请照常办理，没填完的草稿也还在。下次扫医保电子凭证就能接着用。
      </Confirm>
    </>
  );
}
