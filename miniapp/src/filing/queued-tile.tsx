/** A photo that is still on its way, with what it is waiting for. */
import { useEffect, useState } from 'react';
import { previewOf } from '../photos/photo-files';
import type { QueuedPhoto } from '../photos/queued-photo';
import { PhotoTile } from '../ui/photo-tile';
import { PhotoSheet } from './photo-sheet';

interface QueuedTileProps {
  name: string;
  photo: QueuedPhoto;
  onRemove: () => Promise<unknown>;
}

export function QueuedTile({ name, photo, onRemove }: QueuedTileProps) {
  const [open, setOpen] = useState(false);
  const src = usePreview(photo);
  const { state, sent, file, problem } = photo;
  return (
    <>
      <PhotoTile
        name={name}
        src={src}
        state={state === 'received' ? 'sending' : state}
        sent={Math.min(sent / file.length, 0.99)}
        {...(problem === null ? {} : { problem })}
        onOpen={() => setOpen(true)}
        onRemove={() => setOpen(true)}
      />
      {open && <PhotoSheet name={name} src={src} deeds={{ remove: onRemove }} onClose={() => setOpen(false)} />}
    </>
  );
}

function usePreview({ file }: QueuedPhoto): string | undefined {
  const [src, setSrc] = useState<string>();
  useEffect(() => {
    let gone = false;
    previewOf(file.key).then(
      (address) => {
        if (!gone) setSrc(address);
      },
      // Without a picture the tile shows its placeholder.
      () => undefined,
    );
    return () => {
      gone = true;
    };
  }, [file.key]);
  return src;
}
