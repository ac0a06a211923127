/** What is wrong with a photo, in a sentence, and what can be done about it. */
import { useState } from 'react';
import { View } from '@tarojs/components';
import type { UploadView } from '@yiban/shared-types/cases';
import { findingWords } from '../photos/finding-words';
import { insistOn, isInsistedOn } from '../photos/insisted';
import { sendAsItIs } from '../photos/photo-queue';
import type { QueuedPhoto } from '../photos/queued-photo';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import './photo-notices.scss';

interface PhotoNoticeProps {
  name: string;
  onRetake: () => void | Promise<unknown>;
}

/** Of a photo that was received; the person may keep it all the same. */
export function PhotoFindings({ name, upload, onRetake }: PhotoNoticeProps & { upload: UploadView }) {
  const [, setKept] = useState(false);
  const findings = upload.findings.filter(({ code }) => !isInsistedOn(upload.id, code));
  if (findings.length === 0) return null;
  return (
    <Notice tone="warn" title={titleOf(name, findings)} detail={findings.map(({ message }) => message).join('')}>
      <RetakeOrKeep
        name={name}
        onRetake={onRetake}
        onKeep={() => {
          insistOn(
            upload.id,
            findings.map(({ code }) => code),
          );
          setKept(true);
        }}
      />
    </Notice>
  );
}

/** Of a photo that is not sent yet, because the phone sees that it is hard to read; with or without a network. */
export function PhotoAsked({ name, photo, onRetake }: PhotoNoticeProps & { photo: QueuedPhoto }) {
  if (photo.state !== 'asked') return null;
  const words = (photo.findings ?? []).map((finding) => findingWords[finding]).join('');
  return (
    <Notice tone="warn" title={`${name}可能看不清`} detail={words}>
      <RetakeOrKeep name={name} onRetake={onRetake} onKeep={() => sendAsItIs(photo.id)} />
    </Notice>
  );
}

function RetakeOrKeep({ name, onRetake, onKeep }: PhotoNoticeProps & { onKeep: () => void }) {
  return (
    <View className="photo-ways">
      <Button icon="camera" onPress={onRetake}>
        重拍{name}
      </Button>
      <Button kind="secondary" onPress={onKeep}>
        还是用这张
      </Button>
    </View>
  );
}

function titleOf(name: string, findings: UploadView['findings']): string {
  return findings.some(({ code }) => code === 'wrong-paper') ? `${name}好像不是要的材料` : `${name}可能看不清`;
}

/** Of a photo that was not received. */
export function PhotoRefusal({ name, photo, onRetake }: PhotoNoticeProps & { photo: QueuedPhoto }) {
  if (photo.state !== 'failed') return null;
  return (
    <Notice tone="error" title={`${name}没有收下`} detail={photo.problem ?? ''}>
      <Button icon="camera" onPress={onRetake}>
        重拍{name}
      </Button>
    </Notice>
  );
}
