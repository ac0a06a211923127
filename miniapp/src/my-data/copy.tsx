/** A copy of everything that is kept about the person, to take along. */
import { useState } from 'react';
import { myDataWorkbook } from '../api/my-data';
import { explained } from '../api/problem';
import { saveFile } from '../tables/save-file';
import { Button } from '../ui/button';
import { Card } from '../ui/card';
import { Notice } from '../ui/notice';
import { Paragraph } from '../ui/paragraph';

export function Copy() {
  const [state, setState] = useState<{ readonly saved: boolean; readonly problem: unknown }>(none);

  async function save() {
    setState(none);
    try {
      await saveFile('我的医保信息', 'xlsx', myDataWorkbook);
      setState({ saved: true, problem: null });
    } catch (problem) {
      setState({ saved: false, problem });
    }
  }

  return (
    <Card title="存一份我的信息">
      <Paragraph soft>
        您的资料、办件、填写的内容、消息和委托，存成一个表格文件。里面有证件号码，不要发给不认识的人。
      </Paragraph>
      {state.saved && <Notice tone="good" title="存好了，可以打开看" />}
      {state.problem !== null && (
        <Notice tone="error" title={explained(state.problem).title} detail={explained(state.problem).detail} />
      )}
      <Button kind="secondary" onPress={save} busyLabel="正在整理…">
        存一份
      </Button>
    </Card>
  );
}

const none = { saved: false, problem: null } as const;
