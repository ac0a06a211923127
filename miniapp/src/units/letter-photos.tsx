/** Photos of a unit's authorization letter: sent as soon as they are taken. */
import { useState } from 'react';
import { explained } from '../api/problem';
import { PhotoButtons } from '../filing/photo-buttons';
import { forgetFile, readPiece } from '../photos/photo-files';
import type { KeptFile } from '../photos/kept-file';
import { sendFile } from '../photos/send-photo';
import { Card } from '../ui/card';
import { Notice } from '../ui/notice';
import { Paragraph } from '../ui/paragraph';
import { Row } from '../ui/row';

const MOST = 10;

interface LetterPhotosProps {
  uploads: readonly string[];
  onChange: (uploads: readonly string[]) => void;
}

export function LetterPhotos({ uploads, onChange }: LetterPhotosProps) {
  const [sending, setSending] = useState(false);
  const [problem, setProblem] = useState<{ title: string; detail: string }>();

  async function send(files: readonly KeptFile[]) {
    setProblem(undefined);
    setSending(true);
    const received: string[] = [];
    try {
      for (const { key, length } of files) {
        const read = (offset: number, bytes: number) => readPiece(key, offset, bytes);
        const paper = 'authorization-letter';
        const sent = await sendFile({
          length,
          read,
          purpose: 'photo',
          paper,
          begun: null,
          onProgress: () => undefined,
        });
        received.push(sent.id);
        await forgetFile(key);
      }
    } catch (error) {
      setProblem(explained(error));
    } finally {
      setSending(false);
      onChange([...uploads, ...received]);
    }
  }

  return (
    <Card title="单位授权书">
      <Paragraph>拍盖了公章的授权委托书，写明委托谁办、办什么、到什么时候。经办人员核对后生效。</Paragraph>
      {uploads.length > 0 && <Row title={`已收到 ${uploads.length} 张`} mark={{ words: '已收到', tone: 'good' }} />}
      {sending && <Paragraph soft>正在上传…</Paragraph>}
      {problem && <Notice tone="error" title={problem.title} detail={problem.detail} />}
      <PhotoButtons
        words={uploads.length === 0 ? '拍授权书' : '再拍一张'}
        kind="secondary"
        most={MOST - uploads.length}
        onTaken={(files) => void send(files)}
      />
    </Card>
  );
}
