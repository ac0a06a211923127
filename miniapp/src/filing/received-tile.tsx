/** A photo that has arrived: what the check found in it, and what can be done with it. */
import { useState } from 'react';
import type { UploadView } from '@yiban/shared-types/cases';
import type { QuarterTurn, Trim } from '@yiban/shared-types/uploads';
import { pictureAddress } from '../api/uploads';
import { TrimSheet } from '../trimming/trim-sheet';
import { PhotoTile } from '../ui/photo-tile';
import { PhotoSheet } from './photo-sheet';
import type { PhotoDeeds } from './photo-sheet';

interface ReceivedTileProps {
  name: string;
  upload: UploadView;
  deeds: Omit<PhotoDeeds, 'turn' | 'trim'>;
  /** Puts the photo, cut or turned, in the place of this one. */
  onTrim: (trim: Trim) => Promise<void>;
}

export function ReceivedTile({ name, upload, deeds, onTrim }: ReceivedTileProps) {
  const [open, setOpen] = useState<'photo' | 'trim' | null>(null);
  const { corners = null, turn = 0 } = upload.trimmedFrom ?? {};
  return (
    <>
      <PhotoTile
        name={name}
        src={pictureAddress(upload.thumbnail)}
        state={upload.status === 'failed' ? 'failed' : 'received'}
        {...(upload.failure === null ? {} : { problem: upload.failure.detail })}
        onOpen={() => setOpen('photo')}
        onRemove={() => setOpen('photo')}
      />
      {open === 'photo' && (
        <PhotoSheet
          name={name}
          src={pictureAddress(upload.picture)}
          deeds={
            upload.status === 'received'
              ? { ...deeds, trim: () => setOpen('trim'), turn: () => onTrim({ corners, turn: quarterOn[turn] }) }
              : deeds
          }
          onClose={() => setOpen(null)}
        />
      )}
      {open === 'trim' && <TrimSheet name={name} upload={upload} onTrim={onTrim} onClose={() => setOpen('photo')} />}
    </>
  );
}

const quarterOn = { 0: 90, 90: 180, 180: 270, 270: 0 } as const satisfies Readonly<Record<QuarterTurn, QuarterTurn>>;

/** Of the tile of a photo: the same before and after it is cut, so that what is open stays open. */
export function tileKey({ id, trimmedFrom }: UploadView): string {
  return trimmedFrom?.upload ?? id;
}
