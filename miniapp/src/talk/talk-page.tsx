/** The conversation about one case: what was said, until when an answer is promised, saying more, and calling it solved. */
import { useRef, useState } from 'react';
import { useDidShow } from '@tarojs/taro';
import type { CaseView, ConversationMessage } from '@yiban/shared-types/cases';
import { newKey } from '../api/cases';
import { explained } from '../api/problem';
import { messagesOf, solved } from '../api/stages';
import { LoadProblem } from '../kept/load-problem';
import { caseOf } from '../my-cases/my-cases';
import { Button } from '../ui/button';
import { Confirm } from '../ui/confirm';
import { leavePage } from '../ui/leave-page';
import { Notice } from '../ui/notice';
import { Page } from '../ui/page';
import { Paragraph } from '../ui/paragraph';
import { Skeleton } from '../ui/skeleton';
import { shownDate } from '../wording/dates';
import { Conversation } from './conversation';
import { Say } from './say';
import { useMessages } from './use-messages';

export function TalkPage({ view }: { view: CaseView }) {
  const { id, itemName, conversation, actions } = view;
  const { messages, problem, load, replace } = useMessages(messagesOf, id);
  useDidShow(() => void load());

  function said(next: readonly ConversationMessage[]) {
    replace(next);
    void caseOf(id).refresh();
  }

  return (
    <Page title="和医保部门对话" lead={itemName}>
      {conversation?.answerDue && (
        <Notice
          tone="info"
          title={`${shownDate(conversation.answerDue)}前回复您`}
          detail="有回复会发消息，不用一直等在这里。"
        />
      )}
      <LoadProblem problem={problem} onRetry={load} stale={messages !== null} />
      {messages === null && problem === null && <Skeleton rows={3} what="对话" />}
      {messages !== null && messages.length === 0 && (
        <Paragraph>您提交的情况已经收到。还有要补充的，写在下面。</Paragraph>
      )}
      {messages !== null && messages.length > 0 && <Conversation messages={messages} />}
      {actions.includes('message') && <Say caseId={id} onSaid={said} />}
      {actions.includes('solved') && <Solved view={view} />}
    </Page>
  );
}

function Solved({ view }: { view: CaseView }) {
  const [asking, setAsking] = useState(false);
  const [problem, setProblem] = useState<{ title: string; detail: string }>();
  const key = useRef(newKey());

  async function close() {
    try {
      caseOf(view.id).replace(await solved(view.id, view.version, key.current));
      leavePage();
    } catch (error) {
      setAsking(false);
      key.current = newKey();
      setProblem(explained(error));
      await caseOf(view.id).refresh();
    }
  }

  return (
    <>
      {problem && <Notice tone="error" title={problem.title} detail={problem.detail} />}
      <Button kind="secondary" icon="check" onPress={() => setAsking(true)}>
        问题已经解决
      </Button>
      <Confirm
        open={asking}
        title="问题解决了吗？"
        confirm="解决了，结束"
        cancel="还没有"
        onConfirm={close}
        onCancel={() => setAsking(false)}
      >
        结束以后不能再留言；以后再遇到问题，可以重新申请。
      </Confirm>
    </>
  );
}
