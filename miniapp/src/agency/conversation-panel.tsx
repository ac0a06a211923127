/** The conversation about a case, and the agency's next word in it. */
import { useRef, useState } from 'react';
import { View } from '@tarojs/components';
import type { OfficerCaseView } from '@yiban/shared-types/agency';
import { newKey } from '../api/cases';
import { explained } from '../api/problem';
import { Conversation } from '../talk/conversation';
import { useMessages } from '../talk/use-messages';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import { TextField } from '../ui/text-field';
import { answerPerson, conversationOf } from './office-api';
import { Panel } from './panel';

const ended = new Set(['closed', 'declined', 'rejected', 'withdrawn']);

interface ConversationPanelProps {
  view: OfficerCaseView;
  onAnswered: () => Promise<void>;
}

export function ConversationPanel({ view, onAnswered }: ConversationPanelProps) {
  if (view.conversation === null) return null;
  return <Talk view={view} answerDue={view.conversation.answerDue} onAnswered={onAnswered} />;
}

function Talk({ view, answerDue, onAnswered }: ConversationPanelProps & { answerDue: string | null }) {
  const { id, status } = view;
  const { messages, problem, load, replace } = useMessages(conversationOf, id);
  const [text, setText] = useState('');
  const [refused, setRefused] = useState<unknown>(null);
  const key = useRef(newKey());
  const trouble = refused ?? problem;

  async function answer() {
    if (text.trim() === '') return;
    try {
      replace(await answerPerson(id, text.trim(), key.current));
      key.current = newKey();
      setText('');
      setRefused(null);
      await onAnswered();
    } catch (error) {
      setRefused(error);
    }
  }

  return (
    <Panel title="对话" note={answerDue === null ? '已回复' : `${answerDue} 前回复`}>
      <Conversation messages={messages ?? []} />
      {trouble !== null && (
        <Notice tone="error" {...explained(trouble)} action={{ label: '再取一次', onPress: load }} />
      )}
      {!ended.has(status) && (
        <View>
          <TextField label="回复申请人" kind="paragraph" value={text} maxLength={1000} onChange={setText} />
          <Button busyLabel="正在发送…" onPress={answer}>
            发送回复
          </Button>
        </View>
      )}
    </Panel>
  );
}
