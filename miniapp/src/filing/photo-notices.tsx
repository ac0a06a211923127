/** What is wrong with a photo, in a sentence, and what can be done about it. */
import { useState } from 'react';
import { View } from '@tarojs/components';
import type { UploadView } from '@yiban/shared-types/cases';
import type { QueuedPhoto } from '../photos/queued-photo';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import './photo-notices.scss';

/** Photos that the person keeps as they are, for as long as the app runs. */
const accepted = new Set<string>();

interface PhotoNoticeProps {
  name: string;
  onRetake: () => void | Promise<unknown>;
}

/** Of a photo that was received; the person may keep it all the same. */
export function PhotoFindings({ name, upload, onRetake }: PhotoNoticeProps & { upload: UploadView }) {
  const [kept, setKept] = useState(accepted.has(upload.id));
  if (upload.findings.length === 0 || kept) return null;
  return (
    <Notice tone="warn" title={titleOf(name, upload)} detail={upload.findings.map(({ message }) => message).join('')}>
      <View className="photo-ways">
        <Button icon="camera" onPress={onRetake}>
          重拍{name}
        </Button>
        <Button
          kind="secondary"
          onPress={() => {
            accepted.add(upload.id);
            setKept(true);
          }}
        >
          就用这张
        </Button>
      </View>
    </Notice>
  );
}

function titleOf(name: string, { findings }: UploadView): string {
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
