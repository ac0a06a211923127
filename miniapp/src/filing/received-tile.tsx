/** A photo that has arrived: what the check found in it, and what can be done with it. */
import { useState } from 'react';
import type { UploadView } from '@yiban/shared-types/cases';
import { pictureAddress } from '../api/uploads';
import { PhotoTile } from '../ui/photo-tile';
import { PhotoSheet } from './photo-sheet';
import type { PhotoDeeds } from './photo-sheet';

interface ReceivedTileProps {
  name: string;
  upload: UploadView;
  deeds: PhotoDeeds;
}

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
      {open && (
        <PhotoSheet name={name} src={pictureAddress(upload.picture)} deeds={deeds} onClose={() => setOpen(false)} />
      )}
    </>
  );
}
