/** The person's next word, with photos: what was typed stays until it has arrived. */
import { useRef, useState } from 'react';
import type { ConversationMessage } from '@yiban/shared-types/cases';
import { newKey } from '../api/cases';
import { explained } from '../api/problem';
import { say } from '../api/stages';
import { LoosePhotoState } from '../photos/loose-photo-state';
import { PhotoButtons } from '../photos/photo-buttons';
import { useLoosePhotos } from '../photos/use-loose-photos';
import { Button } from '../ui/button';
import { Card } from '../ui/card';
import { Notice } from '../ui/notice';
import { Paragraph } from '../ui/paragraph';
import { TextField } from '../ui/text-field';

const MOST = 9;

interface SayProps {
  caseId: string;
  onSaid: (messages: readonly ConversationMessage[]) => void;
}

export function Say({ caseId, onSaid }: SayProps) {
  const [text, setText] = useState('');
  const [photos, setPhotos] = useState<readonly string[]>([]);
  const [missing, setMissing] = useState<string>();
  const [problem, setProblem] = useState<{ title: string; detail: string }>();
  const loose = useLoosePhotos('screenshots', (received) =>
    setPhotos((before) => [...before, ...received].slice(0, MOST)),
  );
  // Kept until it is answered: a word whose answer was lost is not said twice.
  const key = useRef(newKey());

  async function send() {
    setProblem(undefined);
    setMissing(text.trim() === '' ? '请写一句话，说说现在的情况。' : undefined);
    if (text.trim() === '') return;
    try {
      const messages = await say(caseId, { text: text.trim(), uploads: photos }, key.current);
      key.current = newKey();
      setText('');
      setPhotos([]);
      onSaid(messages);
    } catch (error) {
      setProblem(explained(error));
    }
  }

  return (
    <Card title="再说几句">
      <TextField label="留言" kind="paragraph" value={text} error={missing} maxLength={1000} onChange={setText} />
      {photos.length > 0 && <Paragraph>已收到 {photos.length} 张照片，会和留言一起交。</Paragraph>}
      <LoosePhotoState photos={loose} />
      {problem && <Notice tone="error" title={problem.title} detail={problem.detail} />}
      {photos.length < MOST && (
        <PhotoButtons
          words="拍照"
          kind="secondary"
          most={MOST - photos.length}
          onTaken={(files) => void loose.take(files)}
        />
      )}
      <Button busyLabel="正在发送…" disabled={loose.sending} onPress={send}>
        发送
      </Button>
    </Card>
  );
}
