/** A photo that has arrived: what the check found in it, and what can be done with it. */
import { useState } from 'react';
import { View } from '@tarojs/components';
import type { UploadView } from '@yiban/shared-types/cases';
import { pictureAddress } from '../api/uploads';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import { PhotoTile } from '../ui/photo-tile';
import { PhotoSheet } from './photo-sheet';
import type { PhotoDeeds } from './photo-sheet';

interface ReceivedTileProps {
  name: string;
  upload: UploadView;
  deeds: PhotoDeeds;
}

/** Photos that the person keeps as they are, for as long as the app runs. */
const accepted = new Set<string>();

export function ReceivedTile({ name, upload, deeds }: ReceivedTileProps) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <PhotoTile
        name={name}
        src={pictureAddress(upload.thumbnail)}
        state={upload.status === 'failed' ? 'failed' : 'received'}
        {...(upload.failure === null ? {} : { problem: upload.failure.detail })}
        onOpen={() => setOpen(true)}
        onRemove={() => setOpen(true)}
      />
      {open && <PhotoSheet name={name} src={pictureAddress(upload.picture)} deeds={deeds} onClose={() => setOpen(false)} />}
    </>
  );
}

/** What is wrong with a photo that was received, in a sentence; the person may keep it all the same. */
export function PhotoFindings({ name, upload, retake }: { name: string; upload: UploadView; retake: () => void }) {
  const [kept, setKept] = useState(accepted.has(upload.id));
  if (upload.findings.length === 0 || kept) return null;
  return (
    <Notice tone="warn" title={`${name}可能看不清`} detail={upload.findings.map(({ message }) => message).join('')}>
      <View className="photo-findings">
        <Button icon="camera" onPress={retake}>
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
