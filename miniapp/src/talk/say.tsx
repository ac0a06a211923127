/** The person's next word, with photos: what was typed stays until it has arrived. */
import { useRef, useState } from 'react';
import type { ConversationMessage } from '@yiban/shared-types/cases';
import { newKey } from '../api/cases';
import { explained } from '../api/problem';
import { say } from '../api/stages';
import { PhotoButtons } from '../filing/photo-buttons';
import { forgetFile, readPiece } from '../photos/photo-files';
import type { KeptFile } from '../photos/kept-file';
import { sendFile } from '../photos/send-photo';
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
  const [sending, setSending] = useState(false);
  const [missing, setMissing] = useState<string>();
  const [problem, setProblem] = useState<{ title: string; detail: string }>();
  // Kept until it is answered: a word whose answer was lost is not said twice.
  const key = useRef(newKey());

  async function photograph(files: readonly KeptFile[]) {
    setSending(true);
    setProblem(undefined);
    const received: string[] = [];
    try {
      for (const { key: file, length } of files) {
        const read = (offset: number, bytes: number) => readPiece(file, offset, bytes);
        const paper = 'screenshots';
        const sent = await sendFile({
          length,
          read,
          purpose: 'photo',
          paper,
          begun: null,
          onProgress: () => undefined,
        });
        received.push(sent.id);
        await forgetFile(file);
      }
    } catch (error) {
      setProblem(explained(error));
    } finally {
      setSending(false);
      setPhotos((before) => [...before, ...received].slice(0, MOST));
    }
  }

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
      {sending && <Paragraph soft>正在上传照片…</Paragraph>}
      {problem && <Notice tone="error" title={problem.title} detail={problem.detail} />}
      {photos.length < MOST && (
        <PhotoButtons
          words="拍照"
          kind="secondary"
          most={MOST - photos.length}
          onTaken={(files) => void photograph(files)}
        />
      )}
      <Button busyLabel="正在发送…" disabled={sending} onPress={send}>
        发送
      </Button>
    </Card>
  );
}
