/** Closing the account, after asking once. Where a case is under way it is said, and nothing happens. */
import { useState } from 'react';
import { closeAccount } from '../api/my-data';
import { explained } from '../api/problem';
import { endSession } from '../session/session';
import { Button } from '../ui/button';
import { Confirm } from '../ui/confirm';

export function Closing({ onClosed }: { onClosed: (keptCases: readonly string[]) => void }) {
  const [asking, setAsking] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);

  async function end() {
    try {
      const { keptCases } = await closeAccount();
      onClosed(keptCases);
      await endSession();
    } catch (error) {
      setProblem(error);
    }
  }

  function leave() {
    setProblem(null);
    setAsking(false);
  }

  return (
    <>
      <Button kind="danger" onPress={() => setAsking(true)}>
        注销账号
      </Button>
      <Confirm
        open={asking}
        title={problem === null ? '要注销账号吗？' : explained(problem).title}
        confirm={problem === null ? '注销，删掉我的信息' : '再试一次'}
        danger
        onConfirm={end}
        onCancel={leave}
      >
        {problem === null
          ? '没提交的草稿、照片、消息和委托都会删掉，不能找回。已经办结的申请是医保局的档案，按规定留存。您的参保和待遇不受影响，以后扫码还能再用。'
          : explained(problem).detail}
      </Confirm>
    </>
  );
}
